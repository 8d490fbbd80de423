// The journal: who did, saw, exported what.
import type { Words } from "../../shape";
import type zh from "../../zh/record/journal";
import type { Problems } from "../../problems";
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
  facts: {
    previous_copy: "from the previous copy",
    finished_at_start: "finished at start",
    due: "when due",
    by_hand: "by hand",
    end_of_day: "before closing",
    missing: "missing",
    different: "different",
    no_head: "no head file",
    count: "times",
    first: "first",
    last: "last",
    recovery_code: "recovery code",
    unknown_account: "unknown number",
    encounter: "encounter",
    proposals: "offers",
    version: "version",
    phone2: "second phone",
    answer: "answer",
    visitor: "visitor",
    visitors: "visitors",
    days: "days",
    seed: "seed",
    preferences: "preferences",
    matter: "matter",
    triage: "triage",
    close: "closing",
    rating: "rating",
  },
  day: "Day",
  older: "Older",
  newest: "Newest",
  empty: "No entry fits.",
  emptyDo: "Ask for less and look again.",
  verify: "Check the whole chain",
  whole: (n: number) => `The chain is whole: ${n} entries`,
  broken: (seq: number) =>
    `Entry ${seq} does not fit. Leave everything as it is and tell the administrator`,
  paper: "Check against paper",
  paperText:
    "Every ledger ends with one line: day, number of the entry, 20 digits of its seal, entries of the day. Typed from signed paper, it tells whether the journal was exchanged.",
  paperLine: "The line on paper",
  paperHint:
    "As in 2026-11-23 | 48213 | 0f3a77c012be5d9014aa | 94; day and count may be left out, blanks and case do not matter",
  paperDo: "Check",
  paperMatches: (seq: number) => `Entry ${seq} is the one on paper`,
  paperDiffers: (seq: number) =>
    `Entry ${seq} is not the one on paper: this is another journal. Leave everything as it is and tell the administrator`,
  paperNewer: (seq: number, missing: number) =>
    `The paper says entry ${seq} and is newer: ${missing} entries are missing from the journal. Leave everything as it is and tell the administrator`,
  everyAction: "Every action",
  problems: {
    journal_too_short: (f) =>
      `The journal's rule can only be raised, to ${f.min} days at least; the law asks for 180.`,
  } satisfies Partial<Problems>,
} satisfies Words<typeof zh>;
