// What is chosen and how it is said. Pure.
import { language as spoken, t, type Language } from "@/i18n";
import { said } from "@/i18n/both";
import type { BookingLine, BookItem, FreeDay, FreeSlots, OfferView, VisitPart } from "@/ipc";
import { pick } from "@/lib/bilingual";
import { dayWords, weekdayWord } from "@/lib/dates";

export interface Chosen {
  day: string;
  offer: OfferView;
}

export { pick };

/** What was booked, in a few words: the package or the first service, and how many there are. */
export function bookedWords(
  booked: Pick<BookingLine, "titleZh" | "titleEn" | "services">,
  language: Language,
): string {
  const first = pick(language, booked.titleZh, booked.titleEn);
  return booked.services > 1 ? t("bookings.andMore", first, booked.services) : first;
}

/** The items of a booking: every stop of the offer, and what is done on the way. */
export function itemsOf(free: FreeSlots, chosen: Chosen): BookItem[] {
  const timed = chosen.offer.stops.flatMap((stop) =>
    stop.serviceIds.map((serviceId) => ({
      serviceId,
      scheduleId: stop.scheduleId,
      day: chosen.day,
      start: stop.start,
    })),
  );
  return [
    ...timed,
    ...free.untimedIds.map((serviceId) => ({
      serviceId,
      scheduleId: null,
      day: null,
      start: null,
    })),
  ];
}

export const namesOf = (free: FreeSlots, ids: readonly number[], language: Language): string =>
  ids
    .map((id) => free.services.find((service) => service.id === id))
    .filter((service) => service !== undefined)
    .map((service) => pick(language, service.nameZh, service.nameEn))
    .join(language === "zh" ? "、" : ", ");

/** A visit as it was chosen, with the free times it was chosen from. */
export interface Visit {
  chosen: Chosen;
  free: FreeSlots;
}

/** Names, or the first of many and how many there are. */
export function someOf(names: VisitPart["names"]): string {
  return names.length > 3
    ? t("bookings.andMore", said(names[0]), names.length)
    : names.map(said).join(spoken.value === "zh" ? "、" : ", ");
}

/** 11月24日 彩超、心电图 */
export const partWords = (part: VisitPart | undefined): string =>
  part ? t("bookings.inTwoPart", dayWords(part.day, spoken.value), someOf(part.names)) : "";

export const freeCount = (day: FreeDay): number =>
  day.offers.filter((offer) => offer.bar === null).length;

/** 周六，11月28日，上午八点半 */
export function spokenWhen(day: string, language: Language): string {
  const [, month = 0, date = 0] = day.split("-").map(Number);
  return t("bookings.spokenDay", weekdayWord(day, language), month, date);
}

/** The digit a key stands for whatever input method is on; null when it is none. */
export function digitOf(
  event: Pick<KeyboardEvent, "code" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey">,
): string | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null;
  return /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? null;
}
