// What the journal says was done, and to what. A code of another version stays as it is.
import { en, zh } from "@/ipc/words.generated";
import { language } from "./index";

const words = { zh, en };

function say(known: Record<string, string>, code: string): string {
  return Object.hasOwn(known, code) ? (known[code] ?? code) : code;
}

/** `encounters.start` → “开始接待”, in the language in force. */
export function actionWords(code: string): string {
  return say(words[language.value].JournalAction, code);
}

/** `encounter` → “接待”; with its number if it has one. */
export function objectWords(code: string, id = 0): string {
  const word = say(words[language.value].JournalObject, code);
  return id === 0 ? word : `${word} ${id}`;
}

type JournalAction = keyof typeof zh.JournalAction;

/** Every action the journal knows, with its words. */
export function everyAction(): { value: JournalAction; label: string }[] {
  const known = Object.keys(zh.JournalAction) as JournalAction[];
  return known.map((value) => ({ value, label: actionWords(value) }));
}
