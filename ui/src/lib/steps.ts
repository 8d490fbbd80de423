// How a feature brings a step of an encounter: features/<wing>/<subject>/steps.ts. The page of the
// encounter collects them; what one step needs of another goes through the encounter at hand.
import type { VNodeChild } from "vue";
import type { EncounterView, Outcome, Step } from "@/ipc";

export type StepName = "matter" | "assess" | "answer" | "book" | "close";

/** What is to be booked: a package as one, single services beside it. */
export interface Wanted {
  packageId: number | null;
  items: readonly { serviceId: number }[];
  /** What it is called, for the read-back. */
  title: string | null;
  /** What it was said to cost, fen; null: nothing was said. */
  price: number | null;
}

/** The encounter at hand, as its steps see it. */
export interface AtHand {
  readonly encounter: EncounterView;
  readonly ended: boolean;
  /** The matter as it is being typed. */
  matter: string;
  /** What the visitor accepted. */
  readonly wanted: Wanted;
  /** The outcome that somebody decided on, such as a referral. */
  readonly decided: Outcome | null;
  /** Saves what is being typed at the steps; true when it is saved. */
  save: () => Promise<boolean>;
  /** Goes on to a step; with the outcome when it is clear how the encounter will end. */
  go: (step: StepName, outcome?: Outcome) => void;
  /** Leaves the page. */
  leave: () => void;
}

/** A step in use on the page of one encounter. */
export interface StepAtWork {
  done: () => boolean;
  /** What was done, in one line. */
  summary: () => string;
  view: () => VNodeChild;
  wanted?: () => Wanted | null;
  save?: () => Promise<boolean>;
}

export interface EncounterStep {
  name: StepName;
  order: number;
  title: () => string;
  keys?: string;
  /** What to say at this step. */
  phrases: readonly Step[];
  /** Set up once on the page of an encounter. */
  use: (at: AtHand) => StepAtWork;
}

/** What a subject adds below the step of another. */
export interface StepAddition {
  below: StepName;
  order: number;
  view: (at: AtHand) => VNodeChild;
}

export interface Steps {
  steps?: readonly EncounterStep[];
  additions?: readonly StepAddition[];
}

/** Types a feature's steps.ts: `export default defineSteps({ … })`. */
export function defineSteps(steps: Steps): Steps {
  return steps;
}
