// Texts that the institution wrote in two languages.
import type { Language } from "@/i18n";

/** What nobody wrote in English stays Chinese. */
export const pick = (language: Language, zh: string, en: string): string =>
  language === "en" && en !== "" ? en : zh;
