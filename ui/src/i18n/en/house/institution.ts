import { weekdays } from "../terms";
import type { Problems } from "../../problems";
import type { Words } from "../../shape";
import type zh from "../../zh/house/institution";

export default {
  title: "Institution and calendar",
  recovery: "Recovery codes",
  recoveryNote: "Keep the two apart; replace both when one is lost.",
  renewCodes: "Replace the recovery codes",
  renewAsk: "Replace the recovery codes",
  renewText:
    "Both old sheets stop working at once. Have a printer ready: the new ones are printed and checked right away.",
  renewDo: "Continue",
  hint: "Name, opening hours, public holidays, automatic lock",
  idle: "Lock after so many seconds without activity",
  idleHint: "60 to 900 seconds",
  saved: "Saved",
  special: "Holidays and make-up days",
  specialNote: "set by hand wins over what was announced",
  specialEmpty: "No special day.",
  specialEmptyDo:
    "What the State Council announces comes with the program; add the institution's own days here.",
  day: "Day",
  kind: "Plan",
  dayName: "Name",
  dayNameExample: "for example: National Day",
  hoursOf: "Works the hours of",
  hoursOfOwn: "its own weekday; Monday where that is off",
  hoursOfDay: (day, opens, closes) => `${day} ${opens}–${closes}`,
  setBy: (no) => `set by ${no}`,
  addDay: "Save this day",
  removeDay: "Remove",
  changeDay: "Change",
  marked: "Calendar updated",
  missingBar: (years) => `Days off of ${years.join(", ")} are missing`,
  missingYear: (year) =>
    `The days off of ${year} are missing, though days of that year are booked, promised and counted already. Add them once the State Council announces them (1 October included), or update the program.`,
  moved: (day) => `${day}: please call and check each`,
  movedToast: (n) => `Calendar updated; it concerns ${n} matters listed below`,
  movedBooking: (start, no) =>
    `Booking ${start}, voucher ${no}: nobody is received then, please move it`,
  movedPromise: (time, no) => `Promise by ${time}, encounter ${no}: nobody is there then`,
  movedFeedback: (no, from, to) => `Feedback ${no}: limit ${from} → ${to}`,
  movedRequest: (no, from, to) => `Request ${no}: limit ${from} → ${to}`,
  problems: {
    hours_order: (f) =>
      `${weekdays[f.weekday] ?? ""}: closing must be later than opening, 23:59 at the latest, and the break within.`,
    weekday_closed: (f) =>
      `${weekdays[f.weekday] ?? ""} is off and has no hours to go by; choose another day.`,
  } satisfies Partial<Problems>,
} satisfies Words<typeof zh>;
