// The catalogue: what the institution offers, and its editing.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [
    {
      path: "/catalogue",
      name: "catalogue",
      component: () => import("./CataloguePage.vue"),
      meta: { title: () => t("catalogue.title") },
    },
  ],
  more: [
    {
      order: 10,
      to: "/catalogue",
      icon: "catalogue",
      words: () => t("catalogue.title"),
      hint: () => t("catalogue.lead"),
    },
  ],
});
