// Reads one typed line ("李静 138 1234 5678 110105…") into the fields of a new visitor. Pure.

import { seen } from "@/lib/seen";

export interface TypedVisitor {
  name: string;
  phone: string;
  idNumber: string;
}

/**
 * A run of 18 with 17 digits is an identity number, one or two letters with seven digits and
 * more a passport's or a permit's, seven digits and more a phone; the rest is the name.
 */
export function readLine(text: string): TypedVisitor {
  let rest = seen(text.normalize("NFKC")).trim();
  const take = (pattern: RegExp): string => {
    const hit = pattern.exec(rest)?.[0] ?? "";
    rest = rest.replace(hit, " ");
    return hit.replace(/[\s-]/g, "");
  };
  const idNumber =
    take(/(?<!\d)\d{17}[\dXx](?![\dA-Za-z])/) ||
    take(/(?<![A-Za-z\d])[A-Za-z]{1,2}\d{7,9}(?![A-Za-z\d])/);
  const phone = take(/(?<!\d)\+?\d(?:[\d\s-]{5,}\d)/);
  const known = /^\d{1,6}$/;
  const name = rest
    .split(/\s+/)
    .filter((word) => word !== "" && !known.test(word))
    .join(" ");
  return { name, phone, idNumber: idNumber.toUpperCase() };
}
