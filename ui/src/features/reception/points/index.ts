// The service points the institution edits. Sitting down at one belongs to the queue.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [
    {
      path: "/points",
      name: "points",
      component: () => import("./PointsPage.vue"),
      meta: { title: () => t("points.title"), right: "edit_content" },
    },
  ],
  more: [
    {
      order: 13,
      to: "/points",
      icon: "people",
      words: () => t("points.title"),
      hint: () => t("points.lead"),
      right: "edit_content",
    },
  ],
});
