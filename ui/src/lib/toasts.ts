// Short notices that something was done. They are read out politely and never take the focus.
import { shallowReactive } from "vue";
import { language, problemWords, type ProblemLike } from "@/i18n";

export type Tone = "green" | "amber" | "red" | "blue";
export interface Toast {
  id: number;
  words: string;
  tone: Tone;
  undo?: { words: string; run: () => void };
}

export const toasts = shallowReactive<Toast[]>([]);
const STAY = 6_000;
let last = 0;

export function dismiss(id: number): void {
  const at = toasts.findIndex((toast) => toast.id === id);
  if (at >= 0) toasts.splice(at, 1);
}

/** Says what was done; red notices and those with an undo stay twice as long. */
export function toast(words: string, tone: Tone = "green", undo?: Toast["undo"]): void {
  last += 1;
  const id = last;
  toasts.push({ id, words, tone, ...(undo ? { undo } : {}) });
  if (toasts.length > 4) toasts.shift();
  setTimeout(() => dismiss(id), tone === "red" || undo ? STAY * 2 : STAY);
}

/** Says a refusal that belongs to no field: of a button outside of a form. */
export function toastProblem(problem: ProblemLike | null, tone: "red" | "amber" = "red"): void {
  if (problem) toast(problemWords(problem, language.value), tone);
}

/** Says what such a button did, or the refusal. */
export function toastSent(
  sent: { ok: true } | { ok: false; problem: ProblemLike | null },
  words: string,
  tone?: "red" | "amber",
): void {
  if (sent.ok) toast(words);
  else toastProblem(sent.problem, tone);
}
