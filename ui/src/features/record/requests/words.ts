// What codes of requests and of held facts are called: closed sets are said as everywhere else.
import { t, type Language } from "@/i18n";
import { setWords } from "@/i18n/acts";
import { factWords } from "@/i18n/facts";
import type { HeldFactView, RequestLine } from "@/ipc";

/** The masked name, or what stands in its place. */
export function whoWords(row: Pick<RequestLine, "visitorId" | "standing" | "name">): string {
  if (row.visitorId === null) return t("requests.goneNo");
  if (row.standing === "restricted") return t("requests.restrictedNo", row.visitorId);
  if (row.standing === "erased") return t("requests.erasedNo", row.visitorId);
  return row.name;
}

/**
 * A fact's value: text as it is, a code in words, the facts
 * of a journal entry as the journal's page says them.
 */
export function valueWords(fact: HeldFactView, language: Language, action = ""): string {
  if (fact.field === "detail") return factWords(action, fact.value, language);
  return fact.set === null ? fact.value : setWords(fact.set, fact.value, language);
}
