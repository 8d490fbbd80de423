// What is known of the needs, as plain values. Pure: every change answers new needs.
import type { LineView, NeedsFields, Question, Sex, TermKind } from "@/ipc";

/** Of the visitor of an encounter, what decides what suits them. */
export interface AssessedVisitor {
  id: number;
  sex: Sex | null;
  age: number | null;
  conditions: readonly string[];
  allergies: readonly string[];
}

export function blankNeeds(visitor: AssessedVisitor | null): NeedsFields {
  return {
    relation: "",
    sex: visitor?.sex ?? null,
    age: visitor?.age ?? null,
    goal: "",
    concerns: [],
    conditions: [...(visitor?.conditions ?? [])],
    allergies: [...(visitor?.allergies ?? [])],
    deniedConditions: [],
    deniedAllergies: [],
    done: [],
    budget: null,
    minutes: null,
    days: "",
    asked: [],
  };
}

const LISTS = {
  concern: { has: "concerns", denied: null },
  condition: { has: "conditions", denied: "deniedConditions" },
  allergy: { has: "allergies", denied: "deniedAllergies" },
} as const;

const without = (list: readonly string[], code: string): string[] =>
  list.filter((one) => one !== code);
const withCode = (list: readonly string[], code: string): string[] => [
  ...without(list, code),
  code,
];

/** Has a condition, an allergy or a concern. */
export function has(needs: NeedsFields, kind: TermKind, code: string): NeedsFields {
  const { has: list, denied } = LISTS[kind];
  const next = { ...needs, [list]: withCode(needs[list], code) };
  return denied ? { ...next, [denied]: without(needs[denied], code) } : next;
}

/** Does not have it. */
export function hasNot(needs: NeedsFields, kind: TermKind, codes: readonly string[]): NeedsFields {
  const { has: list, denied } = LISTS[kind];
  if (!denied) return needs;
  return {
    ...needs,
    [list]: needs[list].filter((one) => !codes.includes(one)),
    [denied]: [...new Set([...needs[denied], ...codes])],
  };
}

/** Nothing is said about it any more. */
export function forget(needs: NeedsFields, kind: TermKind, code: string): NeedsFields {
  const list = LISTS[kind].has;
  return { ...needs, [list]: without(needs[list], code) };
}

export function asked(needs: NeedsFields, question: Question): NeedsFields {
  return { ...needs, asked: [...new Set([...needs.asked, question])] };
}

/** It is for somebody else: what is known of the visitor does not count. */
export function forOther(needs: NeedsFields, relation: string, sex: Sex | null): NeedsFields {
  if (needs.relation === relation) return { ...needs, sex: sex ?? needs.sex };
  return {
    ...needs,
    relation,
    sex,
    age: null,
    conditions: [],
    allergies: [],
    deniedConditions: [],
    deniedAllergies: [],
    done: [],
  };
}

/** It is for the visitor after all. */
export function forSelf(needs: NeedsFields, visitor: AssessedVisitor | null): NeedsFields {
  const { sex, age, conditions, allergies } = blankNeeds(visitor);
  return {
    ...needs,
    relation: "",
    sex,
    age,
    conditions,
    allergies,
    deniedConditions: [],
    deniedAllergies: [],
    done: [],
  };
}

/** One thing a line says, that can be added by itself. */
export interface Entry {
  key: string;
  kind: "whom" | "budget" | "minutes" | "days" | TermKind;
  code: string;
  denied: boolean;
  best: boolean;
  apply: (needs: NeedsFields) => NeedsFields;
}

/** What a line says, the whom first: it clears what was known of another person. */
export function entriesOf(line: LineView): Entry[] {
  const entries: Entry[] = [];
  const add = (
    kind: Entry["kind"],
    code: string,
    apply: Entry["apply"],
    best = true,
    denied = false,
  ): void => void entries.push({ key: `${kind}:${code}`, kind, code, denied, best, apply });
  if (line.relation !== "" || line.sex !== null || line.age !== null) {
    const code = [line.relation, line.sex ?? "", line.age ?? ""].join("|");
    add("whom", code, (needs) => {
      const next =
        line.relation === ""
          ? { ...needs, sex: line.sex ?? needs.sex }
          : forOther(needs, line.relation, line.sex);
      return { ...next, age: line.age ?? next.age };
    });
  }
  const words = new Set<string>();
  for (const suggestion of line.suggestions) {
    const best = !words.has(suggestion.word);
    words.add(suggestion.word);
    add(
      suggestion.kind,
      suggestion.code,
      (needs) =>
        suggestion.denied
          ? hasNot(needs, suggestion.kind, [suggestion.code])
          : has(needs, suggestion.kind, suggestion.code),
      best,
      suggestion.denied,
    );
  }
  if (line.budget !== null)
    add("budget", String(line.budget), (needs) => ({ ...needs, budget: line.budget }));
  if (line.minutes !== null)
    add("minutes", String(line.minutes), (needs) => ({ ...needs, minutes: line.minutes }));
  if (line.days !== "") add("days", line.days, (needs) => ({ ...needs, days: line.days }));
  return entries;
}
