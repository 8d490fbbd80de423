// Encounters: the list of open ones and what was promised.
import { t } from "@/i18n";
import { useRead } from "@/ipc";
import { defineFeature } from "@/lib/feature";
import EscortsPanel from "./EscortsPanel.vue";
import PromisesPanel from "./PromisesPanel.vue";

export default defineFeature({
  routes: [
    {
      path: "/reception",
      name: "reception",
      component: () => import("./EncountersPage.vue"),
      meta: { title: () => t("encounters.list"), right: "serve" },
    },
  ],
  rail: [
    {
      order: 2,
      to: "/reception",
      icon: "person",
      words: () => t("encounters.title"),
      right: "serve",
      useBadge: () => {
        const open = useRead("encounters.open", {});
        return () => open.data.value?.rows.length ?? 0;
      },
    },
  ],
  top: [
    {
      order: 1,
      words: () => t("encounters.newWalkIn"),
      keys: "F2",
      primary: true,
      to: { path: "/reception/new", query: { channel: "walk_in" } },
      right: "receive",
    },
    {
      order: 2,
      words: () => t("encounters.newPhone"),
      keys: "F3",
      to: { path: "/reception/new", query: { channel: "phone" } },
      right: "receive",
    },
  ],
  parts: [
    { place: "board.middle", order: 10, component: PromisesPanel, right: "serve" },
    { place: "board.middle", order: 20, component: EscortsPanel, right: "serve" },
  ],
});
