// The ledger: its page, and the day in four figures on the board.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";
import StripPanel from "./StripPanel.vue";

export default defineFeature({
  routes: [
    {
      path: "/ledger",
      name: "ledger",
      component: () => import("./LedgerPage.vue"),
      meta: { title: () => t("ledger.title"), right: "ledger" },
    },
  ],
  rail: [
    { order: 6, to: "/ledger", icon: "ledger", words: () => t("ledger.title"), right: "ledger" },
  ],
  parts: [{ place: "board.top", order: 10, component: StripPanel, right: "serve" }],
});
