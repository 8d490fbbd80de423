// Phone numbers as people read and type them. Never
// judges whether a number is valid: the desk warns.

import { seen } from "./seen";

/**
 * Full-width digits, +86/0086 and separators are folded
 * away; an extension stays: "8888转803" → "8888转803".
 */
export function plainPhone(text: string): string {
  const folded = seen(text.normalize("NFKC")).trim();
  const found = /^(.*?)(?:转|ext\.?|#)\s*(\d+)$/i.exec(folded);
  const digits = (found?.[1] ?? folded)
    .replace(/[\s\-–—()]/g, "")
    .replace(/^(?:\+86|0086)(?=\d{7,})/, "");
  return found ? `${digits}转${found[2]}` : digits;
}

/**
 * 13812345678 → 138 1234 5678, 01066661234 → 010-6666
 * 1234, 4008001234 → 400 800 1234; others unchanged.
 */
export function groupPhone(phone: string): string {
  const [number = "", extension] = plainPhone(phone).split("转");
  const tail = extension === undefined ? "" : ` 转 ${extension}`;
  const shapes: Array<[RegExp, string]> = [
    [/^(1\d{2})(\d{4})(\d{4})$/, "$1 $2 $3"],
    [/^([48]00)(\d{3})(\d{4})$/, "$1 $2 $3"],
    [/^(010|02\d)(\d{4})(\d{4})$/, "$1-$2 $3"],
    [/^(0[3-9]\d{2})(\d{3,4})(\d{4})$/, "$1-$2 $3"],
    [/^(\d{4})(\d{4})$/, "$1 $2"],
  ];
  const shape = shapes.find(([pattern]) => pattern.test(number));
  return (shape ? number.replace(shape[0], shape[1]) : number) + tail;
}
