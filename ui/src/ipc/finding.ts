// Finding people while somebody types: what is taken is always an answer to what stands there.
import { watchDebounced } from "@vueuse/core";
import { computed, nextTick, ref, type Ref } from "vue";
import type { FoundVisitor } from "./generated";
import { useOpening, type Opening } from "./openings";
import type { Problem } from "./problem";
import { useRead } from "./queries";

export interface Finding {
  /** What is typed. */
  text: Ref<string>;
  /** Who was found for it; nobody before something is typed. */
  rows: Ref<readonly FoundVisitor[]>;
  /** Whether more were found than are listed. */
  more: Ref<boolean>;
  /** Whether too few digits are typed to look for. */
  fewDigits: Ref<boolean>;
  /** Why it was not looked for. */
  problem: Ref<Problem | null>;
  /** What answers it, where something does. */
  opening: Opening;
  /** Whether somebody or nobody was found: an answer is there. */
  asked: Ref<boolean>;
  /** Whether the rows are the answer to what is typed now. */
  fresh: () => boolean;
  /** Waits until they are. */
  settled: () => Promise<void>;
}

export function useFinding(text: Ref<string>): Finding {
  const wanted = ref(text.value);
  watchDebounced(text, (typed) => (wanted.value = typed), { debounce: 120 });
  const found = useRead("visitors.find", () => ({ text: wanted.value }), {
    enabled: () => wanted.value.trim() !== "",
    keepPrevious: true,
  });
  const blank = computed(() => wanted.value.trim() === "");
  const problem = computed(() => (blank.value ? null : found.problem.value));
  const fresh = (): boolean => wanted.value === text.value && !found.refreshing.value;
  return {
    text,
    rows: computed(() => (blank.value ? [] : (found.data.value?.rows ?? []))),
    more: computed(() => !blank.value && found.data.value?.more === true),
    fewDigits: computed(() => !blank.value && found.data.value?.fewDigits === true),
    problem,
    opening: useOpening(problem, found.again),
    asked: computed(() => !blank.value && found.data.value !== undefined),
    fresh,
    settled: async () => {
      if (fresh()) return;
      wanted.value = text.value;
      await nextTick();
      if (!blank.value) await found.again();
    },
  };
}
