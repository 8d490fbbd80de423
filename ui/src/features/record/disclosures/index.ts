// What left the desk with personal data: behind 更多, for those who may read the journal.
import { t } from "@/i18n";
import { defineFeature } from "@/lib/feature";

export default defineFeature({
  routes: [
    {
      path: "/disclosures",
      name: "disclosures",
      component: () => import("./DisclosuresPage.vue"),
      meta: { title: () => t("disclosures.title"), right: "journal" },
    },
  ],
  more: [
    {
      order: 42,
      to: "/disclosures",
      icon: "export",
      words: () => t("disclosures.title"),
      hint: () => t("disclosures.hint"),
      right: "journal",
    },
  ],
});
