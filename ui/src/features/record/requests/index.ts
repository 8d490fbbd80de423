// Requests about personal data: behind 更多; recorded by the reception, acted on by supervisors.
import { t } from "@/i18n";
import { useRead, useSession } from "@/ipc";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [
    {
      path: "/requests",
      name: "requests",
      component: () => import("./RequestsPage.vue"),
      meta: { title: () => t("requests.title"), right: "receive" },
    },
  ],
  more: [
    {
      order: 50,
      to: "/requests",
      icon: "person",
      words: () => t("requests.title"),
      hint: () => t("requests.hint"),
      right: "receive",
      pressing: true,
      // Whoever may act on them sees all; the reception only what is past its deadline.
      useBadge: () => {
        const session = useSession();
        const waiting = useRead("requests.waiting", {});
        return () => waiting.data.value?.[session.can("handle_requests") ? "open" : "late"] ?? 0;
      },
    },
  ],
});
