// The category tree.
import type { Problems } from "../../problems";
import type { Words } from "../../shape";
import type zh from "../../zh/reception/categories";

export default {
  title: "Categories",
  lead: "Two levels; triage starts here. Retired ones are no longer offered, records keep them.",
  empty: "No categories yet.",
  emptyDo: "Press N to add the first top category.",
  addTop: "Add a top category",
  addLeaf: "Add a category below",
  change: "Change",
  retire: "Retire",
  retireAsk: (name) => `Retire “${name}”?`,
  retireText: "It is no longer offered in triage; earlier records keep it.",
  restore: "Restore",
  up: "Up",
  down: "Down",
  name: "Name",
  nameZh: "Chinese name",
  nameEn: "English name",
  prefix: "Letter",
  prefixHint: "One from A to Z, as the A of A023",
  start: "Triage starts from",
  urgency: "Urgency",
  complexity: "Complexity",
  point: "Preferred point",
  noPoint: "none",
  anonymous: "may stay anonymous",
  named: "needs a name",
  words: "Everyday words",
  wordsHint: "Separated by spaces",
  retired: "retired",
  saved: "Saved.",
  choose: "Choose a category to change, order or retire it.",
  top: "top",
  problems: {
    two_levels: () => "Categories have two levels; put it below a top category.",
    prefix_shape: () => "The letter of the numbers is one from A to Z.",
    prefix_taken: () => "Another top category uses this letter; choose another.",
    category_has_leaves: (f) => `${f.count} categories below are still in use; retire them first.`,
  } satisfies Partial<Problems>,
} satisfies Words<typeof zh>;
