// Why a hidden value is shown in full.
import type { Words } from "../../shape";
import type zh from "../../zh/people/reveals";
export default {
  title: (what: string) => `Why show in full: ${what}?`,
  hint: "The journal keeps the reason",
} satisfies Words<typeof zh>;
