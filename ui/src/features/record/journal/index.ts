// The journal: behind 更多, for those who may read it.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [
    {
      path: "/journal",
      name: "journal",
      component: () => import("./JournalPage.vue"),
      meta: { title: () => t("journal.title"), right: "journal" },
    },
  ],
  more: [
    {
      order: 40,
      to: "/journal",
      icon: "shield",
      words: () => t("journal.title"),
      hint: () => t("journal.hint"),
      right: "journal",
    },
  ],
});
