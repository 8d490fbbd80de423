// Words of codes that come as text: what the journal says was done and to
// what, values of a named set. A code of another version stays as it is.
import { dictionaries, language, type Language } from "./index";

/** The word of a code in a set that Rust named: `setWords("Channel", "walk_in")` → “来访”. */
export function setWords(set: string, code: string, of: Language = language.value): string {
  const sets: Record<string, Record<string, string>> = dictionaries[of].sets;
  const words = Object.hasOwn(sets, set) ? sets[set] : undefined;
  return words && Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}

/** `encounters.start` → “开始接待”, in the language in force. */
export function actionWords(code: string): string {
  return setWords("JournalAction", code);
}

/** `encounter` → “接待”; with its number if it has one. */
export function objectWords(code: string, id = 0): string {
  const word = setWords("JournalObject", code);
  return id === 0 ? word : `${word} ${id}`;
}
