// The columns of the five tables. Widths are made for 1366 pixels.
import type { Column } from "@/components";
import { t } from "@/i18n";

export type TableName = "encounters" | "bookings" | "visits" | "feedback" | "promises";

export const columnsOf: Record<TableName, () => Column[]> = {
  encounters: () => [
    { key: "no", title: t("ledger.no"), width: "116px", look: "num" },
    { key: "started", title: t("ledger.started"), width: "44px" },
    { key: "channel", title: t("ledger.channel"), width: "52px" },
    { key: "name", title: t("ledger.visitor"), width: "64px" },
    { key: "phone", title: t("ledger.phone"), width: "100px" },
    { key: "category", title: t("ledger.category"), width: "minmax(90px, 1.1fr)" },
    { key: "urgency", title: t("ledger.urgency"), width: "54px" },
    { key: "complexity", title: t("ledger.complexity"), width: "70px" },
    { key: "point", title: t("ledger.point"), width: "minmax(70px, 0.7fr)" },
    { key: "ticket", title: t("ledger.ticket"), width: "52px" },
    { key: "outcome", title: t("ledger.outcome"), width: "70px" },
    { key: "answer", title: t("ledger.answer"), width: "minmax(90px, 1.4fr)" },
    { key: "firstAsked", title: t("ledger.firstAsked"), width: "44px" },
    { key: "ended", title: t("ledger.ended"), width: "44px", end: true },
  ],
  bookings: () => [
    { key: "day", title: t("ledger.day"), width: "100px" },
    { key: "time", title: t("ledger.time"), width: "64px" },
    { key: "voucher", title: t("ledger.voucher"), width: "120px" },
    { key: "name", title: t("ledger.visitor"), width: "110px" },
    { key: "phone", title: t("ledger.phone"), width: "130px" },
    { key: "title", title: t("ledger.service"), width: "minmax(160px, 1fr)" },
    { key: "state", title: t("ledger.state"), width: "110px" },
    { key: "price", title: t("ledger.price"), width: "90px", end: true },
  ],
  visits: () => [
    { key: "day", title: t("ledger.day"), width: "100px" },
    { key: "time", title: t("ledger.time"), width: "64px" },
    { key: "name", title: t("ledger.visitor"), width: "110px" },
    { key: "phone", title: t("ledger.phone"), width: "130px" },
    { key: "title", title: t("ledger.service"), width: "minmax(160px, 1fr)" },
    { key: "state", title: t("ledger.came"), width: "110px" },
    { key: "voucher", title: t("ledger.voucher"), width: "120px" },
    { key: "price", title: t("ledger.price"), width: "90px", end: true },
  ],
  feedback: () => [
    { key: "no", title: t("ledger.no"), width: "130px", look: "num" },
    { key: "kind", title: t("feedback.kind"), width: "84px" },
    { key: "name", title: t("ledger.visitor"), width: "90px" },
    { key: "phone", title: t("ledger.phone"), width: "110px" },
    { key: "what", title: t("ledger.what"), width: "minmax(160px, 1fr)" },
    { key: "state", title: t("ledger.state"), width: "84px" },
    { key: "handler", title: t("ledger.handler"), width: "80px" },
    { key: "told", title: t("ledger.told"), width: "110px" },
    { key: "rating", title: t("ledger.rating"), width: "56px", end: true },
  ],
  promises: () => [
    { key: "encounter", title: t("ledger.encounter"), width: "130px", look: "num" },
    { key: "name", title: t("ledger.visitor"), width: "110px" },
    { key: "phone", title: t("ledger.phone"), width: "130px" },
    { key: "what", title: t("ledger.promised"), width: "minmax(160px, 1fr)" },
    { key: "due", title: t("ledger.due"), width: "130px" },
    { key: "state", title: t("ledger.state"), width: "100px", end: true },
  ],
};
export const tables = Object.keys(columnsOf) as TableName[];
