// Why something does not suit a person, as a sentence. Pure but for the language in force.
import { t } from "@/i18n";
import { said } from "@/i18n/both";
import type { TermKind, VocabularyView, WhyNotView } from "@/ipc";
import { yuan } from "./money";

export type Terms = VocabularyView | undefined;

/** The institution's name of a term; its code when it is not known any more. */
export function term(terms: Terms, kind: TermKind, code: string): string {
  return said(terms?.terms.find((one) => one.kind === kind && one.code === code)?.name) || code;
}

export function whyWords(why: WhyNotView, terms: Terms): string {
  const words = hindranceWords(why, terms);
  return why.service ? t("proposals.hinders.of", said(why.service), words) : words;
}

function hindranceWords(why: WhyNotView, terms: Terms): string {
  switch (why.hindrance) {
    case "sex":
      return t(
        "proposals.hinders.sex",
        t(why.about === "male" ? "sets.Sex.male" : "sets.Sex.female"),
      );
    case "age":
      return t(
        why.about === "min" ? "proposals.hinders.age_min" : "proposals.hinders.age_max",
        why.amount,
      );
    case "condition":
      return t("proposals.hinders.condition", term(terms, "condition", why.about));
    case "allergy":
      return t("proposals.hinders.allergy", term(terms, "allergy", why.about));
    case "repeated":
      return t("proposals.hinders.repeated", why.about, why.amount);
    case "unknown_condition":
      return t("proposals.hinders.unknown_condition", term(terms, "condition", why.about));
    case "unknown_allergy":
      return t("proposals.hinders.unknown_allergy", term(terms, "allergy", why.about));
    case "over_budget":
      return t("proposals.hinders.over_budget", yuan(why.amount));
    case "over_time":
      return t("proposals.hinders.over_time", why.amount);
    default:
      return t(`proposals.hinders.${why.hindrance}`);
  }
}
