// From a refusal to a sentence.
import type { Problem } from "@/ipc/problem";
import type { Language } from "./shape";
import en from "./en/problems";
import zh from "./zh/problems";

/** What parts need to know of a refusal. */
export type ProblemLike = Problem;

/** What is wrong and what to do about it, in one language. */
export function problemWords(problem: Problem, language: Language): string {
  const all = (language === "zh" ? zh : en) as unknown as Record<string, ((facts: Record<string, unknown>) => string) | undefined>;
  const say = all[problem.code];
  if (say) return say(problem.params);
  // A newer desk than window: still a sentence, with the code for whoever is asked.
  return language === "zh" ? `操作未完成，内容已保留（代码 ${problem.code}）。` : `Not done; what you typed is kept (code ${problem.code}).`;
}
