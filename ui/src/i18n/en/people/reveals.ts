// Why a hidden value is shown in full.
import type { Words } from "../../shape";
import type zh from "../../zh/people/reveals";
export default {
  title: (what: string) => `Why show in full: ${what}?`,
  hint: "The journal keeps the reason",
  reasons: {
    verify_identity: "Verify identity",
    call_back: "Call back",
    correct_record: "Correct the record",
    emergency: "Emergency",
    other: "Other",
  },
} satisfies Words<typeof zh>;
