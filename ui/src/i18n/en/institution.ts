import type { Words } from "../shape";
import type zh from "../zh/institution";

export default {
  title: "Institution and calendar",
  hint: "Name, opening hours, public holidays, automatic lock",
  idle: "Lock after so many seconds without activity",
  idleHint: "60 to 900 seconds",
  saved: "Saved",
  special: "Holidays and make-up days",
  specialNote: "days that differ",
  specialEmpty: "No special day.",
  specialEmptyDo: "When the State Council announces the holidays, add the days off and the make-up working days.",
  day: "Day",
  kind: "Plan",
  kinds: { closed: "Closed", working: "Working" },
  dayName: "Name",
  dayNameExample: "for example: National Day",
  addDay: "Add",
  removeDay: "Remove",
} satisfies Words<typeof zh>;
