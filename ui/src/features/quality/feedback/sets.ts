// The way of a feedback, and the colours of its sets.
import type { DueMark, FeedbackKind, FeedbackState } from "@/ipc";

/** Red is late, amber is soon, green is done. */
export const dueTone = (due: DueMark): "red" | "amber" | "green" | "plain" =>
  (({ late: "red", soon: "amber", met: "green", fine: "plain" }) as const)[due];
export const kindTone = (kind: FeedbackKind): "green" | "blue" | "amber" =>
  (({ praise: "green", suggestion: "blue", complaint: "amber" }) as const)[kind];

/** How many steps of the way are behind it; the next one is at hand. */
export function stepsDone(state: FeedbackState, asked: boolean): number {
  return { received: 1, handling: 2, handled: 3, told: asked ? 5 : 4, closed: 6 }[state];
}
