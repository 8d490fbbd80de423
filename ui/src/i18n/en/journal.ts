// The journal: who did, saw, exported what. English reads the codes as they are.
const plain = (code: string): string => code.replaceAll("_", " ");
export default {
  title: "Journal",
  hint: "Who saw, changed and exported what, and when",
  seq: "No.",
  at: "When",
  actor: "Who",
  anybody: "Everybody",
  nobody: "before sign-in",
  role: "As",
  action: "What was done",
  object: "To what",
  anything: "Everything",
  detail: "Facts",
  reason: "Reason",
  facts: { encounter: "encounter", proposals: "offers", version: "version", accepted: "chosen", considering: "considering", declined: "declined", personal: "personal data", health: "health data", phone2: "second phone", answer: "answer", visitor: "visitor", visitors: "visitors", days: "days", seed: "seed", preferences: "preferences", matter: "matter", triage: "triage", close: "closing", rating: "rating" },
  day: "Day",
  older: "Older",
  newest: "Newest",
  empty: "No entry fits.",
  emptyDo: "Ask for less and look again.",
  verify: "Check the whole chain",
  whole: (n: number) => `The chain is whole: ${n} entries`,
  broken: (seq: number) => `Entry ${seq} does not fit. Leave everything as it is and tell the administrator`,
  did: (code: string): string => {
    const [subject = "", verb = ""] = code.split(".");
    return `${plain(subject)} · ${plain(verb)}`;
  },
  thing: (code: string): string => plain(code),
  things: (code: string, id: number): string => (id === 0 ? plain(code) : `${plain(code)} ${id}`),
};
