import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { dictionaries, language, problemWords, t } from "@/i18n";
import type { Code } from "@/ipc/problem";
import { sentences } from "@/i18n/problem";

type Tree = { [key: string]: unknown };

function leaves(tree: Tree, at = ""): Array<[string, unknown]> {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? leaves(value as Tree, `${at}${key}.`)
      : [[`${at}${key}`, value] as [string, unknown]],
  );
}
const zh = leaves(dictionaries.zh as unknown as Tree);
const en = new Map(leaves(dictionaries.en as unknown as Tree));

test("both_languages_have_the_same_words", () => {
  expect([...en.keys()].sort()).toEqual(zh.map(([key]) => key).sort());
  for (const [key, value] of zh) {
    const other = en.get(key);
    expect(typeof other, key).toBe(typeof value);
    if (typeof value === "string")
      expect(value.trim() === "" || String(other).trim() === "", key).toBe(false);
    else expect((other as () => string).length, key).toBe((value as () => string).length);
  }
});

test("english_is_english_but_for_names_and_examples", () => {
  const chinese = [...en].filter(
    ([key, value]) =>
      typeof value === "string" &&
      key !== "frame.product" &&
      (value.match(/\p{Script=Han}/gu)?.length ?? 0) * 2 > (value.match(/[A-Za-z]/g)?.length ?? 0),
  );
  expect(chinese).toEqual([]);
});

test("every_refusal_has_a_sentence_in_both_languages", () => {
  const codes = Object.keys(sentences.zh) as Code[];
  expect(Object.keys(sentences.en).sort()).toEqual(codes.toSorted());
  for (const code of codes) {
    const problem = { code, params: {}, field: null };
    expect(problemWords(problem, "zh"), code).toMatch(/\p{Script=Han}/u);
    expect(problemWords(problem, "en"), code).toMatch(/[A-Za-z]{3}/);
  }
});

test("a_refusal_of_a_newer_desk_is_still_a_sentence_in_the_language_in_force", () => {
  const problem = { code: "from_the_future" as never, params: {}, field: null };
  expect(problemWords(problem, "zh")).toMatch(/\p{Script=Han}.*from_the_future/u);
  expect(problemWords(problem, "en")).toContain("kept");
});

test("words_follow_the_language", () => {
  expect(t("common.save")).toBe("保存");
  language.value = "en";
  expect(t("common.save")).toBe("Save");
  expect(t("common.listNarrow", 200, 1024)).toContain("1024");
});

test("every_dictionary_file_is_used", () => {
  for (const folder of ["zh", "en"]) {
    const files = readdirSync(`src/i18n/${folder}`, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => basename(file, ".ts"));
    const words = files.filter((file) => !["index", "problems", "terms"].includes(file));
    expect(Object.keys(dictionaries.zh).sort(), folder).toEqual([...words, "sets"].sort());
  }
});

test("no_refusal_is_said_by_two_subjects", () => {
  const brought = Object.values(dictionaries.zh).flatMap((words) =>
    "problems" in words ? Object.keys(words.problems) : [],
  );
  expect(brought.length).toBe(new Set(brought).size);
});
