// Stretches of days as they are chosen: a day, a week from
// Monday, a month; and the one before or after. Pure.
import { addDays, weekdayOf } from "@/lib/dates";

export interface Period {
  from: string;
  to: string;
}

export const dayOnly = (day: string): Period => ({ from: day, to: day });

export function weekOf(day: string): Period {
  const from = addDays(day, -(((weekdayOf(day) ?? 1) + 6) % 7));
  return { from, to: addDays(from, 6) };
}

export function monthOf(day: string): Period {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}

const same = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to;

/**
 * The stretch of the same length before (-1) or after
 * (1); a whole month is followed by a whole month.
 */
export function neighbour(period: Period, by: -1 | 1): Period {
  if (same(period, monthOf(period.from)))
    return monthOf(by === 1 ? addDays(period.to, 1) : addDays(period.from, -1));
  const days = Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000) + 1;
  return { from: addDays(period.from, by * days), to: addDays(period.to, by * days) };
}
