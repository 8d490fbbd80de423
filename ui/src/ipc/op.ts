// Operation ids: UUID version 7, one per intent of the person at the desk.

import { now } from "@/lib/clock";

export type OpId = string;

/** `at` in UTC milliseconds, `random` ten random bytes. */
export function uuidV7(at: number, random: Uint8Array): OpId {
  const bytes = new Uint8Array(16);
  let rest = at;
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

export function newOpId(): OpId {
  return uuidV7(now(), crypto.getRandomValues(new Uint8Array(10)));
}
