// Members of staff: who can sign in, and as what.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [
    {
      path: "/staff",
      name: "staff",
      component: () => import("./StaffPage.vue"),
      meta: { title: () => t("staff.title"), right: "administer" },
    },
  ],
  more: [
    {
      order: 30,
      to: "/staff",
      icon: "people",
      words: () => t("staff.title"),
      hint: () => t("staff.lead"),
      right: "administer",
    },
  ],
});
