// What codes of requests and of held facts are called: closed sets are said as everywhere else.
import { dictionaries, t, type Language } from "@/i18n";
import { actionWords } from "@/i18n/acts";
import { factWords } from "@/i18n/facts";
import type { HeldFactView, RequestLine } from "@/ipc";

/** The masked name, or what stands in its place. */
export function whoWords(row: Pick<RequestLine, "visitorId" | "standing" | "name">): string {
  if (row.visitorId === null) return t("requests.goneNo");
  if (row.standing === "restricted") return t("requests.restrictedNo", row.visitorId);
  if (row.standing === "erased") return t("requests.erasedNo", row.visitorId);
  return row.name;
}

function known(language: Language): Record<string, string> {
  const { requests, encounters, feedback, bookings, tickets, visitors } = dictionaries[language];
  return {
    ...feedback.states,
    ...feedback.kinds,
    ...tickets.states,
    ...bookings.states,
    ...encounters.outcomes,
    ...encounters.urgencies,
    ...encounters.channels,
    ...visitors.kinds,
    ...visitors.manners,
    ...visitors.sexes,
    ...requests.scopes,
    ...requests.wishes,
    ...requests.values,
  };
}

/**
 * A fact's value: text as it is, a code in words, the facts
 * of a journal entry as the journal's page says them.
 */
export function valueWords(fact: HeldFactView, language: Language, action = ""): string {
  if (fact.field === "detail") return factWords(action, fact.value, language);
  if (!fact.code) return fact.value;
  if (fact.field === "action") return actionWords(fact.value);
  const words = known(language);
  return Object.hasOwn(words, fact.value) ? (words[fact.value] ?? fact.value) : fact.value;
}
