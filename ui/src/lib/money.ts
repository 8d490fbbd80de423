// Money is fen, an integer. Pure.

/** 76800 → ¥768, 76850 → ¥768.50, 1234500 → ¥12,345 */
export function yuan(fen: number): string {
  const sign = fen < 0 ? "−" : "";
  const all = Math.abs(Math.trunc(fen));
  const whole = String(Math.floor(all / 100)).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const rest = all % 100;
  return `${sign}¥${whole}${rest === 0 ? "" : `.${String(rest).padStart(2, "0")}`}`;
}

/**
 * Reads "800", "¥1,234.5", "８００元" as fen; null when it is no amount. No floating point on the way.
 */
export function readYuan(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/[¥,\s元]/g, "");
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!found) return null;
  return Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
}
