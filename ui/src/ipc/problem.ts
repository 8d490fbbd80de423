// What can go wrong with a call: the desk refused (expected, has a code and facts),
// or something broke (unexpected). Knows no sentences.
import type { Code, Problem } from "./generated";

export type { Code, Facts, Problem } from "./generated";

/** Codes that say that something broke, not that the input was refused. */
const BROKEN: ReadonlySet<string> = new Set<Code>(["store", "internal"]);

/** The desk's refusal, thrown by `call`. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = "Refused";
  }
}

/** Anything else: the outcome of the call is unknown. */
export class Unexpected extends Error {
  constructor(readonly command: string, readonly detail: string) {
    super(`${command}: ${detail}`);
    this.name = "Unexpected";
  }
}

function isProblem(thrown: unknown): thrown is Problem {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && typeof thrown.code === "string";
}

/** Sorts whatever the gate rejected with. */
export function sortFault(command: string, thrown: unknown): Refused | Unexpected {
  if (thrown instanceof Refused || thrown instanceof Unexpected) return thrown;
  if (isProblem(thrown)) {
    if (BROKEN.has(thrown.code)) return new Unexpected(command, thrown.code);
    return new Refused({ code: thrown.code, params: thrown.params ?? {}, field: thrown.field ?? null });
  }
  return new Unexpected(command, thrown instanceof Error ? thrown.message : String(thrown));
}

/** The refusal inside a thrown value, or null when it was something else. */
export function problemOf(thrown: unknown): Problem | null {
  return thrown instanceof Refused ? thrown.problem : null;
}
