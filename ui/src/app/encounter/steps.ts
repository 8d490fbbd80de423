// The steps of an encounter as the features declare them, and which of them is at hand.
import type { EncounterView } from "@/ipc";
import type { EncounterStep, StepAddition, StepName, Steps } from "@/lib/steps";

const found = import.meta.glob<Steps>("../../features/*/*/steps.ts", {
  eager: true,
  import: "default",
});
const inOrder = <T extends { order: number }>(all: T[]): readonly T[] =>
  all.sort((a, b) => a.order - b.order);

export const STEPS: readonly EncounterStep[] = inOrder(
  Object.values(found).flatMap((one) => one.steps ?? []),
);
const ADDITIONS = inOrder(Object.values(found).flatMap((one) => one.additions ?? []));

/** What other subjects add to a step. */
export const additionsTo = (step: StepName): readonly StepAddition[] =>
  ADDITIONS.filter((one) => one.below === step);

/** Where work goes on when the page opens. */
export function stepAtHand(encounter: EncounterView): StepName {
  if (encounter.endedAt !== null) return "close";
  return encounter.matter === "" && encounter.categoryId === null ? "matter" : "answer";
}
