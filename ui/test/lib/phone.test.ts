import { expect, test } from "vitest";
import { groupPhone, plainPhone } from "@/lib/phone";

test("phones_are_grouped_for_reading", () => {
  expect(groupPhone("13812345678")).toBe("138 1234 5678");
  expect(groupPhone("01066661234")).toBe("010-6666 1234");
  expect(groupPhone("057187654321")).toBe("0571-8765 4321");
  expect(groupPhone("4008001234")).toBe("400 800 1234");
  expect(groupPhone("66661234转803")).toBe("6666 1234 转 803");
});

test("what_is_typed_folds_to_plain_digits", () => {
  expect(plainPhone(" +86 138-1234-5678 ")).toBe("13812345678");
  expect(plainPhone("０１０（６６６６１２３４）")).toBe("01066661234");
  expect(plainPhone("6666 1234 转 803")).toBe("66661234转803");
});

test("an_unknown_number_is_kept_as_it_is", () => {
  expect(groupPhone("95588")).toBe("95588");
  expect(groupPhone("不记得")).toBe("不记得");
});
