// From a refusal to a sentence. A subject says its own
// refusals beside its words; problems.ts says the rest.
import { allOf, type Code, type Problem } from "@/ipc/problem";
import type { Language } from "./shape";
import en from "./en";
import enRest from "./en/problems";
import * as zh from "./zh";
import zhRest from "./zh/problems";

/** What parts need to know of a refusal. */
export type ProblemLike = Problem;
export { allOf };

type Said<D> = { [S in keyof D]: D[S] extends { problems: infer P } ? keyof P : never }[keyof D];
type Unsaid = Exclude<Code, keyof typeof zhRest | Said<typeof zh>>;
/** A code without a sentence does not compile: it is missing here. */
const unsaid: Record<Unsaid, never> = {};

type Sentences = Record<string, ((facts: Record<string, unknown>) => string) | undefined>;

function gather(rest: object, subjects: object): Sentences {
  const own = Object.values(subjects).map((words: object) =>
    "problems" in words ? words.problems : {},
  );
  return Object.assign({}, unsaid, rest, ...own) as Sentences;
}
/** Every refusal's sentence in both languages. */
export const sentences: Record<Language, Sentences> = {
  zh: gather(zhRest, zh),
  en: gather(enRest, en),
};

/** What is wrong and what to do about it, in one language. */
export function problemWords(problem: Problem, language: Language): string {
  const say = sentences[language][problem.code];
  if (say) return say(problem.params);
  // A newer desk than window: still a sentence, with the code for whoever is asked.
  return language === "zh"
    ? `操作未完成，内容已保留（代码 ${problem.code}）。`
    : `Not done; what you typed is kept (code ${problem.code}).`;
}
