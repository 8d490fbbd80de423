// Visitors: found in the one box, registered, shown beside the encounter.
import { t } from "@/i18n";
import { call } from "@/ipc";
import { dayOf } from "@/lib/dates";
import { defineFeature } from "@/lib/feature";
import CorrectVisitor from "./CorrectVisitor.vue";

/** Whether the last search had too few digits. */
let few = false;

export default defineFeature({
  parts: [{ place: "request.correct", order: 10, component: CorrectVisitor, right: "receive" }],
  finders: [
    {
      id: "visitors",
      order: 10,
      right: "receive",
      words: () => t("visitors.found"),
      hint: () => (few ? t("visitors.fewDigits") : ""),
      find: async (text) => {
        const found = await call("visitors.find", { text });
        few = found.fewDigits;
        return found.rows.map((row) => ({
          key: String(row.id),
          title: row.standing === "open" ? row.name : t("visitors.restrictedNo", row.id),
          detail:
            row.standing !== "open"
              ? t("visitors.restrictedDo")
              : [
                  row.phone,
                  row.sex ? t(`sets.Sex.${row.sex}`) : "",
                  row.age === null ? "" : t("visitors.age", row.age),
                  t("visitors.lastSeen", dayOf(row.seenAt)),
                ]
                  .filter(Boolean)
                  .join(" · "),
          ...(row.why ? { tag: t(`sets.Why.${row.why}`) } : {}),
          to:
            row.standing === "open"
              ? { path: "/reception/new", query: { visitor: String(row.id) } }
              : { path: "/requests", query: { visitor: String(row.id) } },
        }));
      },
    },
    {
      id: "new-visitor",
      order: 99,
      last: true,
      right: "receive",
      words: () => t("visitors.newHint"),
      find: (text) => [
        {
          key: "new",
          title: t("visitors.newOne", text),
          to: { path: "/reception/new", query: { text } },
        },
      ],
    },
  ],
});
