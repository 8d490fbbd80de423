// Retention: behind 更多, for the administrator.
import { computed } from "vue";
import { t } from "@/i18n";
import { useRead } from "@/ipc";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [
    {
      path: "/retention",
      name: "retention",
      component: () => import("./RetentionPage.vue"),
      meta: { title: () => t("retention.title"), right: "administer" },
    },
  ],
  more: [
    {
      order: 52,
      to: "/retention",
      icon: "clock",
      words: () => t("retention.title"),
      hint: () => t("retention.hint"),
      right: "administer",
      // Counting reads every record: only where the page is a key away, not at every change.
      useBadge: () => {
        const rules = useRead("retention.rules", {});
        const kinds = computed(() =>
          (rules.data.value?.rows ?? []).filter((row) => row.destroyed).map((row) => row.kind),
        );
        const due = useRead("retention.preview", () => ({ kinds: kinds.value }), {
          enabled: () => rules.data.value !== undefined,
        });
        return () => (due.data.value?.rows ?? []).reduce((sum, row) => sum + row.count, 0);
      },
    },
  ],
});
