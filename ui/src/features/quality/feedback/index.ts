// Feedback: its page; the encounter page shows FeedbackStep.vue.
import { t } from "@/i18n";
import { useRead } from "@/ipc";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [
    {
      path: "/feedback",
      name: "feedback",
      component: () => import("./FeedbackPage.vue"),
      meta: { title: () => t("feedback.title"), right: "serve" },
    },
  ],
  rail: [
    {
      order: 5,
      to: "/feedback",
      icon: "chat",
      words: () => t("feedback.title"),
      right: "serve",
      useBadge: () => {
        const waiting = useRead("feedback.waiting", {});
        return () => waiting.data.value?.late ?? 0;
      },
    },
  ],
});
