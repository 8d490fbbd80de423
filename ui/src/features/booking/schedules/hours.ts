// Hours as they are being typed. Pure.
export interface HoursRow {
  weekday: number | null;
  from: string | null;
  to: string | null;
}

/** What is still empty goes to the desk as it is; the desk says which field is at fault. */
export const typedHours = (
  rows: readonly HoursRow[],
): { weekday: number; from: string; to: string }[] =>
  rows.map((row) => ({ weekday: row.weekday ?? 1, from: row.from ?? "", to: row.to ?? "" }));
