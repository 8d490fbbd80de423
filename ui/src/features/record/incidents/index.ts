// Reports of incidents: behind 更多, for those who may read the journal.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [
    {
      path: "/incidents",
      name: "incidents",
      component: () => import("./IncidentsPage.vue"),
      meta: { title: () => t("incidents.title"), right: "journal" },
    },
  ],
  more: [
    {
      order: 44,
      to: "/incidents",
      icon: "warn",
      words: () => t("incidents.title"),
      hint: () => t("incidents.hint"),
      right: "journal",
    },
  ],
});
