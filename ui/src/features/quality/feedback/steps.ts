// Feedback can be taken down where an encounter ends.
import { h } from "vue";
import { defineSteps } from "@/lib/steps";
import TakeFeedback from "./TakeFeedback.vue";

export default defineSteps({
  additions: [
    {
      below: "close",
      order: 10,
      view: ({ encounter }) =>
        h(TakeFeedback, { encounterId: encounter.id, visitorId: encounter.visitor?.id ?? null }),
    },
  ],
});
