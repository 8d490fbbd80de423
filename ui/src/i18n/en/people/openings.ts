// Opening records, as in zh.
import type { Problems } from "../../problems";
import type { Words } from "../../shape";
import type zh from "../../zh/people/openings";

export default {
  wait: (seconds: number) => `Many records were opened within the hour; this one in ${seconds} s`,
  waitDo: "Stay on this page: what you typed is kept",
  reason: "Why are so many people's records needed?",
  reasonHint: "The journal keeps the reason; the next ten people are not asked about",
  reasonDo: "Note it and go on",
  stop: "Too many records within the hour: a supervisor or administrator has to agree",
  stopHint:
    "Your colleague types their own number and password here; noted in the journal, good for an hour",
  no: "Colleague's number",
  password: "Colleague's password",
  stopDo: "Agree and go on",
  problems: {
    opening_wait: (f) =>
      `Many records were opened within the hour; try again in ${f.seconds} seconds.`,
    opening_reason: () => "Very many records were opened within the hour; please say why first.",
    opening_stop: () =>
      "Too many records were opened within the hour; a supervisor or administrator has to agree here first.",
    purpose_unfit: () =>
      "This record does not belong to what is being done and was not opened. Open it from an encounter, a booking, feedback or a request.",
    allow_nobody: () =>
      "This number can't agree: it takes another supervisor or administrator who works here.",
    search_guess: () =>
      "Several numbers with this ending were tried today and found nobody. Search by name or by the last four digits, or register anew.",
  } satisfies Partial<Problems>,
} satisfies Words<typeof zh>;
