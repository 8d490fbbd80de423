// Closed sets inside sentences: weekdays (1 is Monday) and what a right allows.
export const weekdays: Record<number, string> = {
  1: "Monday",
  2: "Tuesday",
  3: "Wednesday",
  4: "Thursday",
  5: "Friday",
  6: "Saturday",
  7: "Sunday",
};

export const roleNeeded: Record<string, string> = {
  receive: "register and book",
  serve: "call and answer",
  reveal: "see values in full",
  move_ticket: "move the queue",
  handle_feedback: "handle feedback",
  ledger: "read the ledger",
  ledger_full: "export the full ledger",
  journal: "read the journal",
  edit_content: "edit catalogue and schedules",
  handle_requests: "handle personal data requests",
  administer: "manage staff and settings",
};
