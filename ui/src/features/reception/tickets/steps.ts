// Triage, below the matter of an encounter.
import { h } from "vue";
import { defineSteps } from "@/lib/steps";
import TriageStep from "./TriageStep.vue";

export default defineSteps({
  additions: [
    {
      below: "matter",
      order: 10,
      view: (at) =>
        h(TriageStep, {
          encounterId: at.encounter.id,
          matter: at.matter,
          before: at.save,
          onAnswer: () => at.go("answer"),
          onRefer: () => at.go("close", "referred"),
        }),
    },
  ],
});
