// What the desk asks back (a name without letters, a group of another age) and what was sent
// again as it stood: whoever does that is sure of it. What was changed is asked anew.
import type { Problem } from "@/ipc";
import type { VisitorForm } from "./form";

/** A group and a condition are doubted because of the age. */
const BY_AGE: readonly string[] = ["groups", "conditions"];

export interface Sure {
  /** The fields that are meant as they are. */
  fields: () => string[];
  /** Keeps what is asked back. */
  heard: (problem: Problem | null) => void;
  forget: () => void;
}

export function useSure(form: VisitorForm): Sure {
  const asked = new Map<string, string>();
  const content = (field: string): string => {
    const own = Object.entries(form).find(([name]) => name === field)?.[1] as unknown;
    return JSON.stringify(BY_AGE.includes(field) ? [own, form.bornOn, form.idNumber] : own);
  };
  return {
    fields: () =>
      [...asked].filter(([field, was]) => content(field) === was).map(([field]) => field),
    heard: (problem) => {
      if (problem?.code === "ask_again" && problem.field !== null)
        asked.set(problem.field, content(problem.field));
    },
    forget: () => asked.clear(),
  };
}
