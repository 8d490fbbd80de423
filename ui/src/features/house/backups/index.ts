// Backups: behind 更多, for administrators.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [
    {
      path: "/backups",
      name: "backups",
      component: () => import("./BackupsPage.vue"),
      meta: { title: () => t("backups.title"), right: "administer" },
    },
  ],
  more: [
    {
      order: 44,
      to: "/backups",
      icon: "shield",
      words: () => t("backups.title"),
      hint: () => t("backups.hint"),
      right: "administer",
    },
  ],
});
