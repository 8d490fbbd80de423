// A name or text that the institution keeps in both languages, in the language in force.
import { language } from ".";

export interface Both {
  zh: string;
  en: string;
}

/** A name that has to be there in both. */
export function named(row: { nameZh: string; nameEn: string }): string {
  return language.value === "zh" ? row.nameZh : row.nameEn;
}

/** The language in force; Chinese when there is no English yet. */
export function said(both: Both | undefined | null): string {
  if (!both) return "";
  return (language.value === "en" ? both.en : both.zh) || both.zh;
}
