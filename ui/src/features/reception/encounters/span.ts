// How long until something is due, or since it was. Words come from the dictionary.
import { t } from "@/i18n";

/** "35 分", "3 小时", "2 天": whole units, never two at once. */
export function spanWords(minutes: number): string {
  const span = Math.abs(minutes);
  if (span < 120) return t("encounters.minutes", span);
  return span < 2880
    ? t("encounters.hours", Math.floor(span / 60))
    : t("encounters.days", Math.floor(span / 1440));
}
