// Visitors: found in the one box, registered, shown beside the encounter.
import { language, problemWords, t } from "@/i18n";
import { call, problemOf, type FoundVisitor } from "@/ipc";
import { dayOf } from "@/lib/dates";
import { defineFeature } from "@/lib/feature";
import { carry } from "@/lib/typed";
import CorrectVisitor from "./CorrectVisitor.vue";

/** What is to be said of the last search. */
let said = "";

/** The answer of a search, or why there is none. */
async function ask(text: string): Promise<readonly FoundVisitor[]> {
  try {
    const found = await call("visitors.find", { text });
    said = found.fewDigits ? t("visitors.fewDigits") : "";
    return found.rows;
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem === null) throw thrown;
    said = problemWords(problem, language.value);
    return [];
  }
}

export default defineFeature({
  parts: [{ place: "request.correct", order: 10, component: CorrectVisitor, right: "receive" }],
  finders: [
    {
      id: "visitors",
      order: 10,
      right: "receive",
      words: () => t("visitors.found"),
      hint: () => said,
      find: async (text) => {
        return (await ask(text)).map((row) => ({
          key: String(row.id),
          title: row.standing === "open" ? row.name : t("visitors.restrictedNo", row.id),
          detail:
            row.standing !== "open"
              ? t("visitors.restrictedDo")
              : [
                  row.phone,
                  row.sex ? t(`sets.Sex.${row.sex}`) : "",
                  row.ages ? t("visitors.age", row.ages) : "",
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
          to: { path: "/reception/new", query: { register: carry(text) } },
        },
      ],
    },
  ],
});
