// What can go wrong with a call: the desk refused (expected, has a code and facts),
// or something broke (unexpected). Knows no sentences.
import type { Code } from "./generated";

export type { Code, Facts } from "./generated";

/** A refusal as it crosses the gate. */
export interface Problem {
  code: Code;
  params: Record<string, string | number | boolean | null>;
  /** The input field at fault, by its name on the wire ("institution.phone"). */
  field: string | null;
  /** What else is wrong with the same input, each at a field of its own. */
  also?: readonly Problem[];
}

/** Every refusal of one answer, the first first. */
export function allOf(problem: Problem): readonly Problem[] {
  return [problem, ...(problem.also ?? [])];
}

/** Codes that say that something broke, not that the input was refused. */
const BROKEN: ReadonlySet<string> = new Set<Code>([
  "store_failed",
  "store_damaged",
  "store_full",
  "store_newer",
  "unknown_command",
  "operation_id_missing",
  "operation_reused",
  "time_not_yours",
]);

/** The desk's refusal, thrown by `call`. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = "Refused";
  }
}

/** Anything else: the step was not done, or nobody knows. */
export class Unexpected extends Error {
  constructor(
    readonly command: string,
    readonly detail: string,
    /** When the desk itself said what broke. */
    readonly problem: Problem | null = null,
  ) {
    super(`${command}: ${detail}`);
    this.name = "Unexpected";
  }
}

function isProblem(thrown: unknown): thrown is Problem {
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    "code" in thrown &&
    typeof thrown.code === "string"
  );
}

/** Sorts whatever the gate rejected with. */
export function sortFault(command: string, thrown: unknown): Refused | Unexpected {
  if (thrown instanceof Refused || thrown instanceof Unexpected) return thrown;
  if (isProblem(thrown)) {
    const problem: Problem = {
      code: thrown.code,
      params: thrown.params ?? {},
      field: thrown.field ?? null,
      ...(thrown.also ? { also: thrown.also } : {}),
    };
    return BROKEN.has(problem.code)
      ? new Unexpected(command, problem.code, problem)
      : new Refused(problem);
  }
  return new Unexpected(command, thrown instanceof Error ? thrown.message : String(thrown));
}

/** The refusal inside a thrown value, or null when it was something else. */
export function problemOf(thrown: unknown): Problem | null {
  return thrown instanceof Refused ? thrown.problem : null;
}
