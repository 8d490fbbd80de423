// Bookings: the day, and today on the board. BookStep and
// VoucherPanel are shown on the page of an encounter.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";
import TodayPanel from "./TodayPanel.vue";

export default defineFeature({
  routes: [
    {
      path: "/bookings",
      name: "bookings",
      component: () => import("./BookingsPage.vue"),
      meta: { title: () => t("bookings.title"), right: "serve" },
    },
  ],
  rail: [
    {
      order: 4,
      to: "/bookings",
      icon: "calendar",
      words: () => t("bookings.title"),
      right: "serve",
    },
  ],
  parts: [{ place: "board.right", order: 10, component: TodayPanel, right: "serve" }],
});
