// The masked name of a row, or what stands in its place.
import { t } from "@/i18n";
import type { Standing } from "@/ipc";

export function personWords(row: { name: string; standing: Standing }): string {
  return row.standing === "open"
    ? row.name || t("ledger.anonymous")
    : t(`sets.Standing.${row.standing}`);
}
