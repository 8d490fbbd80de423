import { expect, test } from "vitest";
import { readYuan, yuan } from "@/lib/money";

test("fen_are_shown_as_yuan_without_needless_zeros", () => {
  expect(yuan(76800)).toBe("¥768");
  expect(yuan(76850)).toBe("¥768.50");
  expect(yuan(5)).toBe("¥0.05");
  expect(yuan(123456789)).toBe("¥1,234,567.89");
  expect(yuan(-50)).toBe("−¥0.50");
});

test("typed_amounts_become_whole_fen", () => {
  expect(readYuan("800")).toBe(80000);
  expect(readYuan("¥1,234.5")).toBe(123450);
  expect(readYuan("８００元")).toBe(80000);
  expect(readYuan("0.29")).toBe(29);
  for (const text of ["", "abc", "1.234", "-3"]) expect(readYuan(text), text).toBeNull();
});
