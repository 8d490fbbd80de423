import type { Words } from "../../shape";
import type zh from "../../zh/reception/guidance";

export default {
  title: "At hand",
  note: "follows the step",
  phrase: (step) => `Say · ${step}`,
  none: "No phrase for this step.",
  referrals: "Refer to",
  referralsNote: "when it is not ours",
  referralsNone: "No place fits.",
  moreReferrals: (n) => `${n} more places; the matter narrows them`,
} satisfies Words<typeof zh>;
