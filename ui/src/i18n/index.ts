// The words. zh is the shape, en must fit it. A subject
// has zh/<wing>/<subject>.ts and the same in en/.
import { ref } from "vue";
import en from "./en";
import { find, type FactsOf, type Language, type Path, type Tree, type Words } from "./shape";
import * as zh from "./zh";

export type { Language, Words } from "./shape";
export { allOf, problemWords, type ProblemLike } from "./problem";

export type Dictionary = typeof zh;
export type WordPath = Path<Dictionary>;

export const dictionaries: Record<Language, Words<Dictionary>> = { zh, en };

/**
 * The language in force; preferences set it. Reading it in a template makes the template follow.
 */
export const language = ref<Language>("zh");

/** A sentence in the language in force: `t("staff.title")`, `t("list.narrow", 200)`. */
export function t<P extends WordPath>(path: P, ...facts: FactsOf<Dictionary, P>): string {
  const words = find(dictionaries[language.value] as unknown as Tree, path);
  return typeof words === "function" ? words(...facts) : (words ?? path);
}
