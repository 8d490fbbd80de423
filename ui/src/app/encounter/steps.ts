// Which step of an encounter is at hand. Pure.
import type { EncounterView, ProposalView, Step } from "@/ipc";

export type StepName = "matter" | "assess" | "answer" | "book" | "close";
export const STEPS: readonly StepName[] = ["matter", "assess", "answer", "book", "close"];

/** What to say at each step. */
export const PHRASES: Record<StepName, readonly Step[]> = {
  matter: ["probing", "read_back"],
  assess: ["introduce", "probing"],
  answer: ["hold", "promise"],
  book: ["booking", "read_back"],
  close: ["closing"],
};

/** Where work goes on when the page opens. */
export function stepAtHand(encounter: EncounterView): StepName {
  if (encounter.endedAt !== null) return "close";
  return encounter.matter === "" && encounter.categoryId === null ? "matter" : "answer";
}

/** What of an accepted proposal is to be booked: the package as one, single services beside it. */
export function wantedOf(proposal: ProposalView | null): {
  packageId: number | null;
  items: { serviceId: number }[];
} {
  const singles = proposal?.items.filter((item) => !item.inPackage && item.bookable) ?? [];
  return {
    packageId: proposal?.package?.id ?? null,
    items: singles.map(({ serviceId }) => ({ serviceId })),
  };
}
