// What the rest of the window may use of the native side.
export type * from "./generated";
export { call, isRead, type Input, type View, type ReadName, type WriteName } from "./client";
export { Refused, Unexpected, problemOf, type Problem } from "./problem";
export { queries, refresh, useRead, type Read } from "./queries";
export { useFinding, type Finding } from "./finding";
export { isGated, openedFor, useOpening, type Opening } from "./openings";
export { useWrite, type Sent, type Write } from "./write";
export { useDraft, flushDrafts, lastKept, type Draft } from "./draft";
export { fault, reportFault, dismissFault } from "./faults";
export { useSession } from "./session";
export { usePreferences, type Preferences, type Theme, type TextSize } from "./preferences";
