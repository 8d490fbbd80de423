// The sentences about a ticket, built from the desk's reason and facts. Decides nothing.
import { language, t } from "@/i18n";
import type { TicketLine, Urgency, WaitView } from "@/ipc";
import { timeOf } from "@/lib/dates";

type Tone = "plain" | "red" | "amber";

/** Red is danger, amber is soon. */
export function levelTone(level: Urgency): Tone {
  return level === "immediate" ? "red" : level === "urgent" ? "amber" : "plain";
}

export const categoryOf = (line: TicketLine): string =>
  language.value === "zh" ? line.categoryZh : line.categoryEn;
export const pointOf = (line: { pointZh: string; pointEn: string }): string =>
  language.value === "zh" ? line.pointZh : line.pointEn;
export const groupOf = (line: TicketLine): string | null =>
  language.value === "zh" ? line.groupZh : line.groupEn;
export const nameOf = (line: TicketLine): string => line.name ?? t("tickets.anonymous");
const atOnce = (wait: WaitView): boolean => wait.bound === 0;
export const waitWords = (wait: WaitView | null): string =>
  wait
    ? atOnce(wait)
      ? t("tickets.atOnce")
      : t("tickets.range", wait.median, wait.bound)
    : t("tickets.unknown");
export const waitSentence = (wait: WaitView | null): string =>
  wait
    ? atOnce(wait)
      ? t("tickets.atOnceLong")
      : t("tickets.rangeLong", wait.median, wait.bound)
    : t("tickets.unknownLong");

function because(line: TicketLine): string {
  const level = t(`sets.Urgency.${line.level ?? line.need}`);
  const group = groupOf(line);
  const lead = line.lead ?? 0;
  switch (line.why) {
    case "moved":
      return line.moved?.reason
        ? t("tickets.because.moved", line.moved.by, line.moved.reason)
        : t("tickets.because.movedHidden", line.moved?.by ?? "");
    case "aged":
      return t("tickets.because.aged", line.waited);
    case "need":
      if (line.level === "immediate") return t("tickets.because.danger", level);
      return group
        ? t("tickets.because.needGroup", level, group, lead)
        : t("tickets.because.need", level, lead);
    case "group":
      return t("tickets.because.group", group ?? "", lead);
    case "arrival":
    case null:
      return t("tickets.because.arrival", line.waited);
  }
}

/** Why this ticket stands where it stands, in one sentence. */
export function whySentence(line: TicketLine): string {
  if (line.ahead === null) return t(`sets.TicketState.${line.state}`);
  const place = line.ahead === 0 ? t("tickets.whyFirst") : t("tickets.whyAhead", line.ahead);
  return language.value === "zh" ? `${place}：${because(line)}` : `${place}. ${because(line)}`;
}

/** From when on nobody new stands before it; empty among those in danger. */
export const settledSentence = (line: TicketLine): string =>
  line.settledAt === null
    ? ""
    : t("tickets.settled", timeOf(line.settledAt), t("sets.Urgency.immediate"));

/** The open point that calls it instead of its own, which nobody sits at. */
export const callsOf = (line: TicketLine): string | null =>
  language.value === "zh" ? line.callsZh : line.callsEn;
