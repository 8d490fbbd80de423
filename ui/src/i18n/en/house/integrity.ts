// The alarm: what the store holds is not what was noted outside of it.
import type { Problems } from "../../problems";
import type { Words } from "../../shape";
import type zh from "../../zh/house/integrity";

export default {
  title: "Integrity alarm",
  missing: (operations, last) =>
    `${operations} recorded operation${operations === 1 ? " is" : "s are"} not in the database${last > 0 ? `; the last one there is number ${last}` : ""}.`,
  different: (at) =>
    `From operation ${at} on, the database holds something else than what was noted outside of it.`,
  noHead:
    "The file that notes the last operation (head.json) is gone or cannot be read, so nobody can tell whether operations are missing.",
  why: "What may have caused it",
  whyMissing: {
    a: "Somebody put an older database file in place of this one",
    b: "In a power cut the disk lost what it had said was written",
    c: "Somebody removed the last entries",
  },
  whyDifferent: {
    a: "Somebody put another database file in its place",
    b: "The database file was changed",
  },
  whyNoHead: {
    a: "Somebody moved or deleted that file",
    b: "Only the database was copied, not the whole folder",
  },
  since: "Nothing was written since this was found; the files are as they were.",
  todo: "What to do",
  todoRestore:
    "Restore the latest backup: it usually holds more than what is left and brings most operations back.",
  todoGoOn:
    "Go on with what is there only when there is no better backup: the missing operations do not come back; enter them again from paper.",
  call: "Leave the computer on and fetch a supervisor or administrator: they sign in and decide between a backup and going on.",
  restore: "Restore a backup",
  goOn: "Go on with what is there",
  goOnAsk: "Go on with what is there?",
  goOnText: "The alarm ends. Who decided so, why, and how much was missing stays in the journal.",
  goOnOffers: {
    known: "Cause found, missing operations entered again",
    power: "Power cut, no newer backup",
  },
  adminOnly: "Only an administrator can restore a backup.",
  problems: {
    paper_line_shape: () =>
      "Type it as printed: the entry's number and the 20 digits and letters after it.",
    alarm_stands: () =>
      "An integrity alarm stands: a supervisor or administrator has to restore a backup or decide to go on.",
  } satisfies Partial<Problems>,
} satisfies Words<typeof zh>;
