import { expect, test } from "vitest";
import {
  addDays,
  bornWords,
  dayOf,
  dayWords,
  isDay,
  longDayWords,
  pickedDay,
  readTime,
  secondsOf,
  timeOf,
  weekdayWord,
  whenWords,
} from "@/lib/dates";

test("a_day_is_said_with_its_weekday_in_both_languages", () => {
  expect(dayWords("2026-11-21", "zh")).toBe("11 月 21 日 周六");
  expect(dayWords("2026-11-21", "en")).toBe("Sat 21 Nov");
  expect(longDayWords("2026-02-01", "zh")).toBe("2026 年 2 月 1 日 周日");
  expect(weekdayWord("2026-11-23", "en")).toBe("Mon");
});

test("a_birth_date_is_said_as_precisely_as_it_is_known", () => {
  expect(bornWords("1949", "zh")).toBe("1949 年");
  expect(bornWords("1949-02", "zh")).toBe("1949 年 2 月");
  expect(bornWords("1949-02-03", "zh")).toBe("1949 年 2 月 3 日");
  expect(bornWords("1949-02-03", "en")).toBe("3 Feb 1949");
  expect(bornWords("1949-02", "en")).toBe("Feb 1949");
  expect(bornWords("1949", "en")).toBe("1949");
  expect(bornWords("1960-11-24/1961-11-23", "zh")).toBe(
    "1960 年 11 月 24 日至 1961 年 11 月 23 日间",
  );
  expect(bornWords("1960-11-24/1961-11-23", "en")).toBe("24 Nov 1960 – 23 Nov 1961");
});

test("what_is_no_day_is_left_alone", () => {
  expect(isDay("2026-02-29")).toBe(false);
  expect(isDay("2028-02-29")).toBe(true);
  expect(dayWords("soon", "zh")).toBe("soon");
});

test("days_add_up_across_months_and_leap_years", () => {
  expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
});

test("times_are_read_as_people_type_them", () => {
  for (const text of ["830", "0830", "8:30", "8.30", "8：30", "８：３０", "8点30分"])
    expect(readTime(text), text).toBe("08:30");
  expect(readTime("8")).toBe("08:00");
  expect(readTime("8点")).toBe("08:00");
  for (const text of ["25:00", "8:60", "soon", "", "12345"])
    expect(readTime(text), text).toBeNull();
});

// 2026-11-21 15:00 in China.
const now = Date.UTC(2026, 10, 21, 7, 0);
const ago = (days: number, minutes: number): number => now - days * 86_400_000 - minutes * 60_000;

test("a_moment_of_today_needs_no_date", () => {
  expect(whenWords(ago(0, 355), now)).toBe("09:05");
  expect(whenWords(ago(1, 355), now)).toBe("11-20 09:05");
  expect(whenWords(ago(366, 355), now)).toBe("2025-11-20 09:05");
});

test("the_day_is_that_of_china_in_whatever_zone_the_computer_is_set_to", () => {
  const before = process.env.TZ ?? "";
  for (const zone of ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Auckland"]) {
    process.env.TZ = zone;
    expect(dayOf(ago(0, 15 * 60)), zone).toBe("2026-11-21");
    expect(dayOf(ago(0, 15 * 60 + 1)), zone).toBe("2026-11-20");
    expect(timeOf(now), zone).toBe("15:00");
    expect(secondsOf(now + 3_000), zone).toBe("15:00:03");
    expect(pickedDay(new Date(2026, 10, 21)), zone).toBe("2026-11-21");
  }
  process.env.TZ = before;
});
