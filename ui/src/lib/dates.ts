// Days, minutes and moments as people read them. Pure: the moment is handed in.
// A Day is ISO text ("2026-11-21"), a Minute "08:30", a Moment UTC milliseconds.
// China has one legal time, UTC+8, so the day of a moment is the desk's and not that
// of the zone the computer is set to.
import type { Language } from "@/i18n/shape";

const ZH = ["日", "一", "二", "三", "四", "五", "六"];
const EN = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const OFFSET = 8 * 3_600_000;
const two = (n: number): string => String(n).padStart(2, "0");

interface Parts {
  year: number;
  month: number;
  day: number;
}

function parts(day: string): Parts | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!found) return null;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const check = new Date(Date.UTC(year, month - 1, date));
  return check.getUTCMonth() === month - 1 && check.getUTCDate() === date
    ? { year, month, day: date }
    : null;
}

export function isDay(text: string): boolean {
  return parts(text) !== null;
}

/** 0 = Sunday … 6 = Saturday; null for something that is no day. */
export function weekdayOf(day: string): number | null {
  const p = parts(day);
  return p && new Date(Date.UTC(p.year, p.month - 1, p.day)).getUTCDay();
}

/** 周六 / Sat */
export function weekdayWord(day: string, language: Language): string {
  const n = weekdayOf(day);
  if (n === null) return "";
  return language === "zh" ? `周${ZH[n]}` : (EN[n] ?? "");
}

/** 11 月 21 日 周六 / Sat 21 Nov */
export function dayWords(day: string, language: Language): string {
  const p = parts(day);
  if (!p) return day;
  const weekday = weekdayWord(day, language);
  return language === "zh"
    ? `${p.month} 月 ${p.day} 日 ${weekday}`
    : `${weekday} ${p.day} ${MONTHS[p.month - 1]}`;
}

/** 2026 年 11 月 21 日 周六 / Sat 21 Nov 2026 */
export function longDayWords(day: string, language: Language): string {
  const p = parts(day);
  if (!p) return day;
  return language === "zh"
    ? `${p.year} 年 ${dayWords(day, language)}`
    : `${dayWords(day, language)} ${p.year}`;
}

/** "2026-11-21T10:48:03.000Z", in China's time; nothing for what is no moment. */
function local(moment: number): string {
  const shown = new Date(moment + OFFSET);
  return Number.isNaN(shown.getTime()) ? "" : shown.toISOString();
}

/** The local day of a moment. */
export function dayOf(moment: number): string {
  return local(moment).slice(0, 10);
}

/** The day somebody picked in a calendar, which gives the computer's own midnight. */
export function pickedDay(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `day` moved by whole days. */
export function addDays(day: string, days: number): string {
  const p = parts(day);
  if (!p) return day;
  return new Date(Date.UTC(p.year, p.month - 1, p.day + days)).toISOString().slice(0, 10);
}

/** `day` moved by whole months; the 31st becomes the last day of a shorter one. */
export function addMonths(day: string, months: number): string {
  const p = parts(day);
  if (!p) return day;
  const last = new Date(Date.UTC(p.year, p.month + months, 0));
  last.setUTCDate(Math.min(p.day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/**
 * A birth date as precisely as it is known: 1949 年, 1949 年 2 月, 1949 年 2 月 3 日; of who
 * said an age the first and the last day.
 */
export function bornWords(born: string, language: Language): string {
  const [first = "", last] = born.split("/");
  if (last !== undefined) {
    const [from, to] = [bornWords(first, language), bornWords(last, language)];
    return language === "zh" ? `${from}至 ${to}间` : `${from} – ${to}`;
  }
  const [year, month, day] = first.split("-").map(Number);
  const word = month === undefined ? "" : MONTHS[month - 1];
  if (language === "zh")
    return [
      [year, "年"],
      [month, "月"],
      [day, "日"],
    ]
      .filter(([n]) => n !== undefined)
      .flat()
      .join(" ");
  return [day, word, year].filter((part) => part !== undefined && part !== "").join(" ");
}

/** Reads "2026-11-21", "20261121", "2026.1.5", "2026年1月5日" as ISO text; null when it is no day. */
export function readDay(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/[./年月]/g, "-")
    .replace(/日$/, "");
  const found =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  const iso = found ? `${found[1]}-${two(Number(found[2]))}-${two(Number(found[3]))}` : "";
  return isDay(iso) ? iso : null;
}

/** 10:48 */
export function timeOf(moment: number): string {
  return local(moment).slice(11, 16);
}

/** 10:48:03 */
export function secondsOf(moment: number): string {
  return local(moment).slice(11, 19);
}

/** The time when it is the same day, else day and time: 10:48 / 11-20 10:48. */
export function whenWords(moment: number, now: number): string {
  const day = dayOf(moment);
  return day === dayOf(now)
    ? timeOf(moment)
    : `${day.slice(day.slice(0, 4) === dayOf(now).slice(0, 4) ? 5 : 0)} ${timeOf(moment)}`;
}

/** Reads "830", "8.30", "8：30", "0830", "8" as "08:30"; null when it is no time. */
export function readTime(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/[.\s点时]/g, ":")
    .replace(/分$/, "");
  const found =
    /^(\d{1,2}):(\d{2})$/.exec(plain) ??
    /^(\d{1,2})(\d{2})$/.exec(plain) ??
    /^(\d{1,2}):?$/.exec(plain);
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  return hour <= 23 && minute <= 59 ? `${two(hour)}:${two(minute)}` : null;
}
