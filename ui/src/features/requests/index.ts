// Requests about personal data: behind 更多; recorded by the reception, acted on by supervisors.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [{ path: "/requests", name: "requests", component: () => import("./RequestsPage.vue"), meta: { title: () => t("requests.title"), right: "receive" } }],
  more: [{ order: 50, to: "/requests", icon: "person", words: () => t("requests.title"), hint: () => t("requests.hint"), right: "receive" }],
});
