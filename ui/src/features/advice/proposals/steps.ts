// Needs and proposals as a step of an encounter.
import { computed, h } from "vue";
import { t } from "@/i18n";
import { useRead, type VisitorView } from "@/ipc";
import { defineSteps } from "@/lib/steps";
import AssessStep from "./AssessStep.vue";
import type { AssessedVisitor } from "./needs";
import { titleOf } from "./words";

function assessed(visitor: VisitorView | null): AssessedVisitor | null {
  if (!visitor) return null;
  const { id, sex, ages, conditions, allergies } = visitor;
  // One of two ages is no answer: it is asked.
  const age = ages !== null && ages.least === ages.most ? ages.least : null;
  return { id, sex, age, conditions, allergies };
}

export default defineSteps({
  steps: [
    {
      name: "assess",
      order: 20,
      title: () => t("encounters.stepAssess"),
      keys: "F5",
      phrases: ["introduce", "probing"],
      use: (at) => {
        const advice = useRead("proposals.list", () => ({ encounterId: at.encounter.id }));
        const accepted = computed(
          () => advice.data.value?.proposals.findLast((one) => one.choice === "accepted") ?? null,
        );
        const visitor = computed(() => assessed(at.encounter.visitor));
        return {
          done: () => accepted.value !== null,
          summary: () => (accepted.value ? titleOf(accepted.value) : ""),
          view: () =>
            h(AssessStep, {
              encounterId: at.encounter.id,
              visitor: visitor.value,
              closed: at.ended,
              onAccepted: () => at.go("book"),
              onDeclined: () => at.go("answer"),
              onConsidering: () => at.go("answer"),
            }),
          wanted: () => {
            if (!accepted.value) return null;
            const { items, package: whole } = accepted.value;
            // What is done on the way is booked with what has a time, and costs what it costs.
            const timed = whole !== null || items.some((item) => item.bookable);
            const singles = timed ? items.filter((item) => !item.inPackage) : [];
            return {
              packageId: whole?.id ?? null,
              items: singles.map(({ serviceId }) => ({ serviceId })),
              title: titleOf(accepted.value),
              price: accepted.value.price,
            };
          },
        };
      },
    },
  ],
});
