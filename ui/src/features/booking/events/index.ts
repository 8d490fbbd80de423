// Lectures and events: what comes, who has a seat.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [
    {
      path: "/events",
      name: "events",
      component: () => import("./EventsPage.vue"),
      meta: { title: () => t("events.title"), right: "serve" },
    },
  ],
  more: [
    {
      order: 15,
      to: "/events",
      icon: "calendar",
      words: () => t("events.title"),
      hint: () => t("events.lead"),
      right: "serve",
    },
  ],
});
