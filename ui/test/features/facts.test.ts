import { expect, test } from "vitest";
import { factWords } from "@/i18n/facts";

test("codes_of_the_journal_are_said_in_words", () => {
  expect(factWords("encounters.describe", "routine on_the_spot", "zh")).toBe("普通 当场可办");
  expect(factWords("encounters.start", "walk_in", "en")).toBe("Visit");
});

test("one_code_is_two_things", () => {
  expect(factWords("encounters.start", "phone", "zh")).toBe("来电");
  expect(factWords("visitors.reveal", "phone", "zh")).toBe("电话");
});

test("what_the_institution_named_stays", () => {
  expect(factWords("categories.add", "policy_insurance", "zh")).toBe("policy_insurance");
});
