// Retention: behind 更多, for the administrator.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [{ path: "/retention", name: "retention", component: () => import("./RetentionPage.vue"), meta: { title: () => t("retention.title"), right: "administer" } }],
  more: [{ order: 52, to: "/retention", icon: "clock", words: () => t("retention.title"), hint: () => t("retention.hint"), right: "administer" }],
});
