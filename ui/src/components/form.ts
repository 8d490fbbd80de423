// What a form, its fields and its inputs tell each other. Inputs need no ids from their authors.
import { computed, inject, type ComputedRef, type InjectionKey, type Ref } from "vue";
import type { ProblemLike } from "@/i18n";

/** The write of a form or dialog, as useWrite gives it: while it runs, and what it refused. */
export interface Sending {
  busy: Readonly<Ref<boolean>>;
  problem: Readonly<Ref<ProblemLike | null>>;
}

/** A field on screen: which names of the wire it answers for. */
export interface FormEntry {
  names: readonly string[];
  id: string;
  /** Whether what stands there can be read; says at the field what is wrong when not. */
  settled: () => boolean;
}

export interface FormContext {
  busy: Readonly<Ref<boolean>>;
  problem: Readonly<Ref<ProblemLike | null>>;
  /** A field on screen says which names it answers for; the answer takes it away. */
  register: (field: FormEntry) => () => void;
}

export interface FieldContext {
  id: string;
  label: Readonly<Ref<string>>;
  describedby: ComputedRef<string | undefined>;
  invalid: ComputedRef<boolean>;
  required: ComputedRef<boolean>;
  /** What the input itself can't read ("please type a number"); null when it can. */
  complain: (words: string | null) => void;
  /** How the input looks at what stands there before the form is sent. */
  ask: (settle: () => void) => void;
}

export const formKey: InjectionKey<FormContext> = Symbol("form");
export const fieldKey: InjectionKey<FieldContext> = Symbol("field");

/** The attributes an input takes from the field around it; `settle` is asked before sending. */
export function useFieldAttrs(
  label: () => string | undefined,
  settle?: () => void,
): { attrs: ComputedRef<Record<string, unknown>>; complain: (words: string | null) => void } {
  const field = inject(fieldKey, null);
  if (settle) field?.ask(settle);
  const attrs = computed(() => ({
    ...(field
      ? {
          id: field.id,
          "aria-describedby": field.describedby.value,
          "aria-invalid": field.invalid.value || undefined,
          "aria-required": field.required.value || undefined,
        }
      : {}),
    ...(label() ? { "aria-label": label() } : {}),
  }));
  return { attrs, complain: field?.complain ?? (() => undefined) };
}
