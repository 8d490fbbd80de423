// The closed sets in the order they are offered, and the colours they have.
import type {
  Adoption,
  DueMark,
  FeedbackFilter,
  FeedbackKind,
  FeedbackState,
  FeedbackStep,
  ToldHow,
} from "@/ipc";

export const kinds: readonly FeedbackKind[] = ["praise", "suggestion", "complaint"];
export const filters: readonly FeedbackFilter[] = ["open", "late", "closed", "all"];
export const hows: readonly ToldHow[] = [
  "in_person",
  "phone",
  "message",
  "email",
  "letter",
  "posted",
];
export const adoptions: readonly Adoption[] = ["adopted", "partly", "not_adopted"];
/** The way of a feedback after it was taken down. */
export const way: readonly FeedbackStep[] = ["receive", "take", "handle", "tell", "rate", "close"];

/** Red is late, amber is soon, green is done. */
export const dueTone = (due: DueMark): "red" | "amber" | "green" | "plain" =>
  (({ late: "red", soon: "amber", met: "green", fine: "plain" }) as const)[due];
export const kindTone = (kind: FeedbackKind): "green" | "blue" | "amber" =>
  (({ praise: "green", suggestion: "blue", complaint: "amber" }) as const)[kind];

/** How many steps of the way are behind it; the next one is at hand. */
export function stepsDone(state: FeedbackState, asked: boolean): number {
  return { received: 1, handling: 2, handled: 3, told: asked ? 5 : 4, closed: 6 }[state];
}
