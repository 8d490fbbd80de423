// The category tree the institution edits.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [
    {
      path: "/categories",
      name: "categories",
      component: () => import("./CategoriesPage.vue"),
      meta: { title: () => t("categories.title"), right: "edit_content" },
    },
  ],
  more: [
    {
      order: 12,
      to: "/categories",
      icon: "list",
      words: () => t("categories.title"),
      hint: () => t("categories.lead"),
      right: "edit_content",
    },
  ],
});
