// Asks the finders while somebody types; an older answer never overwrites a newer one.
import { useDebounceFn } from "@vueuse/core";
import { ref, watch, type Ref } from "vue";
import { useRouter } from "vue-router";
import { t } from "@/i18n";
import type { Right } from "@/ipc";
import { finders, type Finder, type Found } from "@/lib/feature";

const PAUSE = 120;
const MANY = 8;

export interface FoundGroup {
  id: string;
  words: string;
  found: readonly Found[];
}

export interface Finding {
  groups: Ref<FoundGroup[]>;
  /** What finders say beside what they found; empty: nothing. */
  hint: Ref<string>;
  asking: Ref<boolean>;
  broken: Ref<boolean>;
}

export function useFinding(text: Ref<string>, can: (right: Right | undefined) => boolean): Finding {
  const router = useRouter();
  const groups = ref<FoundGroup[]>([]) as Ref<FoundGroup[]>;
  const hint = ref("");
  const asking = ref(false);
  const broken = ref(false);
  let turn = 0;

  const pages: Finder = {
    id: "pages",
    order: 90,
    words: () => t("frame.goTo"),
    find: (wanted) =>
      router
        .getRoutes()
        .filter((route) => route.meta.title && !route.path.includes(":") && can(route.meta.right))
        .map((route) => ({ key: route.path, title: route.meta.title?.() ?? "", to: route.path }))
        .filter((found) => found.title.toLowerCase().includes(wanted.toLowerCase())),
  };

  async function ask(wanted: string): Promise<void> {
    turn += 1;
    const mine = turn;
    const all = [...finders().filter((finder) => can(finder.right)), pages].sort(
      (a, b) => Number(a.last ?? false) - Number(b.last ?? false) || a.order - b.order,
    );
    const answers = await Promise.allSettled(all.map(async (finder) => finder.find(wanted)));
    if (mine !== turn) return;
    groups.value = all.map((finder, i) => {
      const answer = answers[i];
      return {
        id: finder.id,
        words: finder.words(),
        found: answer?.status === "fulfilled" ? answer.value.slice(0, MANY) : [],
      };
    });
    hint.value = all.map((finder) => finder.hint?.() ?? "").find(Boolean) ?? "";
    broken.value = answers.some((answer) => answer.status === "rejected");
    asking.value = false;
  }

  const askSoon = useDebounceFn(async (wanted: string) => {
    if (text.value.trim() === wanted) await ask(wanted);
  }, PAUSE);

  watch(text, (now) => {
    turn += 1;
    const wanted = now.trim();
    asking.value = wanted !== "";
    if (wanted === "") groups.value = [];
    else void askSoon(wanted);
  });

  return { groups, hint, asking, broken };
}
