// The queue: who is next and why, and the work at a service point.
import { t } from "@/i18n";
import { useRead } from "@/ipc";
import { defineFeature } from "@/lib/feature";
import AlarmStrip from "./AlarmStrip.vue";
import NextPanel from "./NextPanel.vue";
import PresenceChip from "./PresenceChip.vue";

export default defineFeature({
  routes: [
    {
      path: "/queue",
      name: "queue",
      component: () => import("./QueuePage.vue"),
      meta: { title: () => t("tickets.title"), right: "serve" },
    },
  ],
  rail: [
    {
      order: 3,
      to: "/queue",
      icon: "list",
      words: () => t("tickets.title"),
      right: "serve",
      useBadge: () => {
        const board = useRead("tickets.board", { pointId: null });
        return () => board.data.value?.rows.length ?? 0;
      },
    },
  ],
  parts: [
    { place: "board.left", order: 10, component: NextPanel, right: "serve" },
    { place: "frame.alarm", order: 10, component: AlarmStrip, right: "serve" },
    { place: "top.presence", order: 10, component: PresenceChip, right: "serve" },
  ],
});
