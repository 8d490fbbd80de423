// Many records were opened: the page waits, says why or has a colleague agree, and asks again.
import type { Ref } from "vue";
import type { OpenedFor } from "./generated";
import type { Problem } from "./problem";
import { useWrite, type Write } from "./write";

const ANSWERED: ReadonlySet<string> = new Set(["opening_wait", "opening_reason", "opening_stop"]);

/** Whether a page has an answer to it: `OpeningGate`. */
export function isGated(problem: Problem | null): problem is Problem {
  return problem !== null && ANSWERED.has(problem.code);
}

/** An opening that may be held up, with what answers that. */
export interface Opening {
  problem: Readonly<Ref<Problem | null>>;
  say: Write<"visitors.say_why">;
  allow: Write<"visitors.allow">;
  again: () => unknown;
}

export function useOpening(problem: Readonly<Ref<Problem | null>>, again: () => unknown): Opening {
  return { problem, say: useWrite("visitors.say_why"), allow: useWrite("visitors.allow"), again };
}

/** What the record of somebody who books is opened for. */
export function openedFor(
  encounterId: number | null,
  bookingId: number | null,
): { purpose: OpenedFor; number: number | null } {
  if (encounterId !== null) return { purpose: "encounter", number: encounterId };
  if (bookingId !== null) return { purpose: "booking", number: bookingId };
  return { purpose: "here", number: null };
}
