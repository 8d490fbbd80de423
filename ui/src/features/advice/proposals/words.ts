// What the desk says in codes about a proposal, as sentences. Pure but for the language in force.
import { language, t } from "@/i18n";
import { said } from "@/i18n/both";
import type {
  NeedsFields,
  ProposalPoint,
  ProposalView,
  ReachView,
  RuledOutView,
  WayView,
} from "@/ipc";
import { term, whyWords, type Terms } from "@/lib/hindrances";
import { dayWords } from "@/lib/dates";
import { yuan } from "@/lib/money";

/** 老年基础 + 骨密度; 骨密度; 单项组合 · 最省. */
export function titleOf(proposal: ProposalView): string {
  const singles = proposal.items.filter((item) => !item.inPackage);
  const first = said(singles[0]?.name);
  if (!proposal.package && singles.length === 1) return first;
  if (!proposal.package) {
    const aim = (["cheapest", "least_time", "fullest"] as const).find((say) =>
      proposal.points.some((point) => point.say === say),
    );
    return aim
      ? t("proposals.combinationOf", t(`proposals.aims.${aim}`))
      : t("proposals.combination");
  }
  const base = said(proposal.package.name);
  if (singles.length === 0) return base;
  return t(
    "proposals.plus",
    base,
    singles.length === 1 ? first : t("proposals.andMore", first, singles.length),
  );
}

export function pointWords(point: ProposalPoint, terms: Terms): string {
  const service = said(point.service);
  const concern = (): string => term(terms, "concern", point.about);
  switch (point.say) {
    case "saves":
      return t("proposals.says.saves", yuan(point.amount));
    case "by":
      return service;
    case "nothing_suitable":
      return t("proposals.says.nothing_suitable", concern());
    case "beyond_limits":
      return t("proposals.says.beyond_limits", concern(), service, yuan(point.amount));
    case "not_included":
    case "declined":
    case "unknown":
    case "not_offered":
      return t(`proposals.says.${point.say}`, concern());
    case "long":
      return t("proposals.says.long", point.amount);
    case "next_day":
      return t("proposals.says.next_day", service);
    case "ahead":
      return t("proposals.says.ahead", service, point.amount);
    case "caution":
      return t("proposals.says.caution", service, term(terms, "condition", point.about));
    case "repeated":
      return t("proposals.says.repeated", service, point.about, point.amount);
    case "extra":
      return t("proposals.says.extra", point.amount);
    default:
      return t(`proposals.says.${point.say}`);
  }
}

/** Each covered concern with the services that cover it. */
export function coveredLines(proposal: ProposalView, terms: Terms): string[] {
  const by = new Map<string, string[]>();
  for (const point of proposal.points) {
    if (point.side === "covered")
      by.set(point.about, [...(by.get(point.about) ?? []), said(point.service)]);
  }
  const comma = language.value === "en" ? ", " : "、";
  return [...by].map(([concern, services]) =>
    t("proposals.by", term(terms, "concern", concern), services.join(comma)),
  );
}

export function linesOf(
  proposal: ProposalView,
  side: ProposalPoint["side"],
  terms: Terms,
): string[] {
  return proposal.points
    .filter((point) => point.side === side)
    .map((point) => pointWords(point, terms));
}

/** 增强 CT（是否肾功能不全未知）, for the one line under the cards. */
export function shortOut(out: RuledOutView, terms: Terms): string {
  const first = out.why[0];
  return first ? `${said(out.name)}（${whyWords(first, terms)}）` : said(out.name);
}

/** The three that are shown as cards: when there are more, a package goes before a second look. */
export function cardsOf(proposals: readonly ProposalView[]): ProposalView[] {
  const fullest = (proposal: ProposalView): boolean =>
    proposal.points.some((point) => point.say === "fullest");
  return (
    proposals.length > 3 ? proposals.filter((proposal) => !fullest(proposal)) : proposals
  ).slice(0, 3);
}

/** 适合的最低 ¥180，超出预算 ¥50. */
export function wayWords(way: WayView, needs: NeedsFields): string {
  if (way.budget !== null && way.minutes !== null)
    return t("proposals.nearestIs", yuan(way.budget), way.minutes);
  return way.budget !== null
    ? t("proposals.cheapestIs", yuan(way.budget), yuan(needs.budget ?? 0))
    : t("proposals.quickestIs", way.minutes ?? 0, needs.minutes ?? 0);
}

/** What raises the limits so far. */
export function raiseWords(way: WayView): string {
  if (way.budget !== null && way.minutes !== null)
    return t("proposals.raiseBoth", yuan(way.budget), way.minutes);
  return way.budget !== null
    ? t("proposals.raiseBudget", yuan(way.budget))
    : t("proposals.raiseMinutes", way.minutes ?? 0);
}

/** 最早 11月24日 可约; 一天做不完，分两次：…; 90 天内约不到：…. */
export function reachWords(reach: ReachView): string {
  const comma = language.value === "en" ? ", " : "、";
  const some = (names: ReachView["missing"]): string =>
    names.length > 3
      ? t("proposals.andMore", said(names[0]), names.length)
      : names.map(said).join(comma);
  const [first, second] = reach.parts;
  const part = (one: typeof first): string =>
    one ? t("proposals.reach.part", dayWords(one.day, language.value), some(one.names)) : "";
  switch (reach.how) {
    case "once":
      return t("proposals.reach.once", first ? dayWords(first.day, language.value) : "");
    case "twice":
      return t("proposals.reach.twice", part(first), part(second));
    case "never":
      return t("proposals.reach.never", reach.days, some(reach.missing));
    case "unbooked":
      return t("proposals.reach.unbooked");
  }
}
