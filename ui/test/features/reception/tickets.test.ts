import { beforeEach, expect, test } from "vitest";
import { movedBy } from "@/features/reception/categories/siblings";
import { levelTone, waitSentence, waitWords, whySentence } from "@/features/reception/tickets/say";
import { language } from "@/i18n";
import type { TicketLine } from "@/ipc";

const line = (more: Partial<TicketLine>): TicketLine => ({
  id: 1,
  no: "A023",
  encounterId: 1,
  name: "王*芳",
  categoryId: 1,
  categoryZh: "报告解读",
  categoryEn: "Explaining a report",
  pointId: 1,
  pointZh: "健康咨询室",
  pointEn: "Health consultation",
  placeZh: "",
  placeEn: "",
  pointOpen: true,
  language: "zh",
  state: "waiting",
  need: "routine",
  groupZh: null,
  groupEn: null,
  note: "",
  issuedAt: 0,
  waited: 12,
  ahead: 0,
  why: "arrival",
  level: "routine",
  lead: 0,
  settledAt: null,
  callsZh: null,
  callsEn: null,
  expected: null,
  moved: null,
  calledAt: null,
  calledBy: null,
  mine: false,
  startedAt: null,
  transfers: 0,
  needless: 0,
  ...more,
});

beforeEach(() => (language.value = "zh"));

test("every_reason_is_one_sentence_in_both_languages", () => {
  for (const why of ["moved", "aged", "need", "group", "arrival"] as const) {
    language.value = "zh";
    expect(whySentence(line({ why })), why).toMatch(/^排在最前：.+[。]$/u);
    language.value = "en";
    expect(whySentence(line({ why })), why).toMatch(/^First in line\. .+\.$/u);
  }
});

test("the_sentence_names_the_group_the_level_and_how_many_stand_before", () => {
  const said = whySentence(
    line({
      why: "need",
      level: "urgent",
      need: "urgent",
      groupZh: "孕妇",
      groupEn: "Pregnant",
      lead: 45,
      ahead: 2,
    }),
  );
  expect(said).toBe("前面还有 2 位：孕妇，按较急排，算早到 45 分钟。");
});

test("the_reason_of_a_move_is_said_only_to_whom_the_desk_told_it", () => {
  const moved = { by: "1004", at: 0, reason: "低血糖，头晕" as string | null };
  expect(whySentence(line({ why: "moved", moved }))).toContain("低血糖，头晕");
  expect(whySentence(line({ why: "moved", moved: { ...moved, reason: null } }))).toBe(
    "排在最前：1004 调整了顺序，原因已记录，主管可查。",
  );
});

test("an_unknown_wait_is_said_to_be_unknown", () => {
  expect(waitWords(null)).toBe("数据不足");
  expect(waitSentence(null)).toContain("估不出");
  expect(waitWords({ median: 6, bound: 10 })).toBe("6–10 分");
  expect(waitWords({ median: 0, bound: 0 })).toBe("马上");
});

test("colour_means_danger_and_soon", () => {
  expect([levelTone("immediate"), levelTone("urgent"), levelTone("routine")]).toEqual([
    "red",
    "amber",
    "plain",
  ]);
});

test("a_category_moves_among_its_siblings_and_not_beyond_them", () => {
  const [leaf, top] = [
    { id: 5, parentId: 1 },
    { id: 2, parentId: null },
  ];
  const rows = [{ id: 1, parentId: null }, leaf, { id: 6, parentId: 1 }, top];
  expect(movedBy(rows, leaf, 1)).toEqual([6, 5]);
  expect(movedBy(rows, leaf, -1)).toBeNull();
  expect(movedBy(rows, top, -1)).toEqual([2, 1]);
});
