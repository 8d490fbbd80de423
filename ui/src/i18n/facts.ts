// The facts of an entry in words: codes of closed sets are said
// as everywhere else, the institution's own stay as they are.
import { dictionaries, type Language } from "./index";

function known(action: string, language: Language): Record<string, string> {
  const { sets, journal } = dictionaries[language];
  return {
    ...sets.RevealReason,
    ...sets.DisclosureDetail,
    ...sets.Purpose,
    ...sets.Receiver,
    ...journal.facts,
    ...sets.Scope,
    ...sets.Choice,
    ...sets.TicketStepKind,
    ...sets.TicketState,
    ...sets.BookingState,
    ...sets.PrintState,
    ...sets.PrintWay,
    ...sets.FeedbackState,
    ...sets.FeedbackKind,
    ...sets.IdKind,
    ...sets.Manner,
    ...sets.Role,
    ...sets.Nature,
    ...sets.Outcome,
    ...sets.Complexity,
    ...sets.Urgency,
    ...sets.Channel,
    // The same code is a number that was shown and a way people reach the desk.
    ...(action.startsWith("encounters.") ? {} : sets.Why),
  };
}

/** "routine on_the_spot" → “普通 当场可办”. */
export function factWords(action: string, detail: string, language: Language): string {
  const words = known(action, language);
  return detail
    .split(" ")
    .map((word) => (Object.hasOwn(words, word) ? words[word] : word))
    .join(" ");
}
