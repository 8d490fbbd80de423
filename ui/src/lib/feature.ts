// How a feature tells the frame what it brings: pages,
// rail, top buttons, finders, parts of others' pages.
// The frame collects every features/<wing>/<subject>/index.ts; features stay unknown to each other.
import type { Component } from "vue";
import type { RouteLocationRaw, RouteRecordRaw } from "vue-router";
import type { IconName } from "@/components/icons";
import type { Right } from "@/ipc";

/** One of the fixed places of the rail; its number is its key, Alt+1 … Alt+6. */
export interface RailPlace {
  order: 1 | 2 | 3 | 4 | 5 | 6;
  to: string;
  icon: IconName;
  words: () => string;
  right?: Right;
  /** Set up once inside the rail; answers how many wait there. */
  useBadge?: () => () => number;
}

/** A page behind 更多. */
export interface MorePlace {
  order: number;
  to: string;
  icon: IconName;
  words: () => string;
  hint: () => string;
  right?: Right;
  /** Set up once on the page 更多; answers how many wait there. */
  useBadge?: () => () => number;
  /** Whether they count at 更多 itself, too: a deadline runs. */
  pressing?: boolean;
}

/** A button of the top bar, such as 新来访 F2. */
export interface TopAction {
  order: number;
  words: () => string;
  keys: string;
  primary?: boolean;
  to: RouteLocationRaw;
  right?: Right;
}

/** One line under the one box. Either `to` or `run`. */
export interface Found {
  key: string;
  title: string;
  detail?: string;
  tag?: string;
  to?: RouteLocationRaw;
  run?: () => void;
}

/** Answers the one box while typing. `last` puts its lines at the end ("new" is the last line). */
export interface Finder {
  id: string;
  order: number;
  words: () => string;
  right?: Right;
  last?: boolean;
  find: (text: string) => Promise<readonly Found[]> | readonly Found[];
  /** What is to be said beside what was last found; empty: nothing. */
  hint?: () => string;
}

/** Places on pages that several features share. */
export type Place =
  | "board.top"
  | "board.left"
  | "board.middle"
  | "board.right"
  | "top.presence"
  | "frame.alarm"
  | "request.correct";
export interface Part {
  place: Place;
  order: number;
  component: Component;
  right?: Right;
}

export interface Feature {
  routes?: readonly RouteRecordRaw[];
  rail?: readonly RailPlace[];
  more?: readonly MorePlace[];
  top?: readonly TopAction[];
  finders?: readonly Finder[];
  parts?: readonly Part[];
}

/** Types a feature's index.ts: `export default defineFeature({ … })`. */
export function defineFeature(feature: Feature): Feature {
  return feature;
}

/** How many wait at a place, for whoever may go there. */
export const badgeOf = (place: { useBadge?: () => () => number }, may: boolean): (() => number) =>
  (may ? place.useBadge?.() : undefined) ?? (() => 0);

let all: readonly Feature[] = [];

export function registerFeatures(features: readonly Feature[]): void {
  all = features;
}

const inOrder = <T extends { order: number }>(items: T[]): T[] =>
  items.sort((a, b) => a.order - b.order);

export const railPlaces = (): RailPlace[] => inOrder(all.flatMap((f) => f.rail ?? []));
export const morePlaces = (): MorePlace[] => inOrder(all.flatMap((f) => f.more ?? []));
export const topActions = (): TopAction[] => inOrder(all.flatMap((f) => f.top ?? []));
export const finders = (): Finder[] => inOrder(all.flatMap((f) => f.finders ?? []));
export const featureRoutes = (): RouteRecordRaw[] => all.flatMap((f) => f.routes ?? []);
/** What features bring to a place of a shared page. */
export const partsOf = (place: Place): Part[] =>
  inOrder(all.flatMap((f) => f.parts ?? []).filter((part) => part.place === place));
