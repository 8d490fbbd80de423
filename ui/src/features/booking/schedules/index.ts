// Schedules: when rooms take people.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [
    {
      path: "/schedules",
      name: "schedules",
      component: () => import("./SchedulesPage.vue"),
      meta: { title: () => t("schedules.title") },
    },
  ],
  more: [
    {
      order: 20,
      to: "/schedules",
      icon: "clock",
      words: () => t("schedules.title"),
      hint: () => t("schedules.lead"),
    },
  ],
});
