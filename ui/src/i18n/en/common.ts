// Words that every subject uses.
import type { Words } from "../shape";
import type zh from "../zh/common";

export default {
  save: "Save",
  cancel: "Cancel",
  close: "Close",
  back: "Back",
  next: "Next",
  edit: "Edit",
  add: "Add",
  remove: "Remove",
  print: "Print",
  spooled:
    "Once printed, the print system is asked to delete its copy; what the printer itself keeps is out of reach.",
  open: "Open",
  show: "Show",
  hide: "Hide",
  retry: "Try again",
  yes: "Yes",
  no: "No",
  optional: "optional",
  choose: "Choose",
  loading: "Loading",
  saving: "Saving…",
  done: "Done",
  reason: "Reason",
  reasonHint: "The journal keeps the reason",
  reasonNeeded: "Please give a reason.",
  fieldAtFault: (label, words) => `${label}: ${words}`,
  listBroken: "Could not be read. Nothing that was saved is lost.",
  listEmpty: "Nothing here yet.",
  listNarrow: (shown, total) =>
    `${total} in all, only the first ${shown} shown. Type a little more to narrow it down.`,
  rows: (count) => `${count} rows`,
  badNumber: "Please type a number.",
  pastMidnight: "A day ends at 23:59; later is the next day.",
  badTime: "Please type a time such as 08:30.",
  badDay: "Please type a day, such as 2026-01-31.",
  dayOutside: (min, max) =>
    min === ""
      ? `Please take ${max} or earlier.`
      : max === ""
        ? `Please take ${min} or later.`
        : `Please take a day from ${min} to ${max}.`,
  noneFits: "Nothing fits.",
  calendar: "Calendar",
  monthBefore: "Month before",
  monthAfter: "Month after",
  yearBefore: "Year before",
  yearAfter: "Year after",
  today: "Today",
  noDay: "Clear",
  minute: "min",
  yuan: "yuan",
} satisfies Words<typeof zh>;
