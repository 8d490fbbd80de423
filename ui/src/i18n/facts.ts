// The facts of an entry in words: codes of closed sets are said
// as everywhere else, the institution's own stay as they are.
import { dictionaries, type Language } from "./index";

function sets(action: string, language: Language): Record<string, string> {
  const {
    encounters,
    feedback,
    bookings,
    tickets,
    session,
    visitors,
    journal,
    disclosures,
    reveals,
  } = dictionaries[language];
  return {
    ...reveals.reasons,
    ...disclosures.details,
    ...disclosures.purposes,
    ...disclosures.receivers,
    ...journal.facts,
    ...tickets.steps,
    ...tickets.states,
    ...bookings.states,
    ...bookings.printStates,
    ...bookings.ways,
    ...feedback.states,
    ...feedback.kinds,
    ...visitors.kinds,
    ...visitors.manners,
    ...session.roles,
    ...encounters.natures,
    ...encounters.outcomes,
    ...encounters.complexities,
    ...encounters.urgencies,
    ...encounters.channels,
    // The same code is a number that was shown and a way people reach the desk.
    ...(action.startsWith("encounters.") ? {} : visitors.why),
  };
}

/** "routine on_the_spot" → “普通 当场可办”. */
export function factWords(action: string, detail: string, language: Language): string {
  const known = sets(action, language);
  return detail
    .split(" ")
    .map((word) => (Object.hasOwn(known, word) ? known[word] : word))
    .join(" ");
}
