// Empty forms of the catalogue, and lines of text to pairs and back. Pure.
import type { BothLanguages, PackageFields, ServiceFields } from "@/ipc";

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
