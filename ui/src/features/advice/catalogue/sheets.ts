// Empty forms of the catalogue, and lines of text to pairs and back. Pure.
import type { BothLanguages, PackageFields, ServiceFields } from "@/ipc";

/** What is said of it, in the order in which it is read. */
export const serviceTexts = [
  "content",
  "process",
  "advantages",
  "limits",
  "forWhom",
  "notFor",
] as const;
export const packageTexts = ["content", "forWhom", "notFor", "limits"] as const;
export type ServiceText = (typeof serviceTexts)[number];

/** For what it is, and what speaks against it: terms of a kind each. */
export const serviceTerms = [
  { field: "covers", kind: "concern", words: "catalogue.covers" },
  { field: "notConditions", kind: "condition", words: "catalogue.ruledOutBy" },
  { field: "notAllergies", kind: "allergy", words: "catalogue.allergiesRuledOutBy" },
  { field: "cautionConditions", kind: "condition", words: "catalogue.cautions" },
] as const;

const both = (): BothLanguages => ({ zh: "", en: "" });

export function blankService(): ServiceFields {
  return {
    code: "",
    department: "",
    name: both(),
    content: both(),
    process: both(),
    advantages: both(),
    limits: both(),
    forWhom: both(),
    notFor: both(),
    price: 0,
    minutes: 10,
    arriveEarly: 10,
    leadHours: 0,
    fasting: false,
    returnNextDay: false,
    covers: [],
    sex: null,
    minAge: 18,
    maxAge: 150,
    notConditions: [],
    notAllergies: [],
    cautionConditions: [],
    prepare: [],
    bring: [],
    repeatMonths: 0,
    bookable: true,
  };
}

export function blankPackage(): PackageFields {
  return {
    code: "",
    name: both(),
    content: both(),
    forWhom: both(),
    notFor: both(),
    limits: both(),
    price: 0,
    services: [],
    sex: null,
    minAge: 18,
    maxAge: 150,
  };
}

/** One line each; a | parts Chinese from English. */
export function linesToText(rows: readonly BothLanguages[]): string {
  return rows.map((row) => (row.en === "" ? row.zh : `${row.zh} | ${row.en}`)).join("\n");
}

export function textToLines(text: string): BothLanguages[] {
  return text
    .split("\n")
    .map((row) => row.trim())
    .filter((row) => row !== "")
    .map((row) => {
      const [zh = "", ...en] = row.split(/[|｜]/);
      return { zh: zh.trim(), en: en.join("|").trim() };
    });
}
