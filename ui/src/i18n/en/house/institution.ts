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
  specialNote: "days that differ",
  specialEmpty: "No special day.",
  specialEmptyDo:
    "When the State Council announces the holidays, add the days off and the make-up working days.",
  day: "Day",
  kind: "Plan",
  dayName: "Name",
  dayNameExample: "for example: National Day",
  addDay: "Add",
  removeDay: "Remove",
  problems: {
    hours_order: (f) =>
      `${weekdays[f.weekday] ?? ""}: closing must be later than opening, and the break within.`,
  } satisfies Partial<Problems>,
} satisfies Words<typeof zh>;
