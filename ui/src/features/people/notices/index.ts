// Versions of the privacy notice: behind 更多, for administrators.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [
    {
      path: "/notices",
      name: "notices",
      component: () => import("./NoticesPage.vue"),
      meta: { title: () => t("notices.title"), right: "administer" },
    },
  ],
  more: [
    {
      order: 46,
      to: "/notices",
      icon: "list",
      words: () => t("notices.title"),
      hint: () => t("notices.hint"),
      right: "administer",
    },
  ],
});
