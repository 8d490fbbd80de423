// The steps of an encounter that are its own: the matter, the answer, the end.
import { h } from "vue";
import { t } from "@/i18n";
import { useRead } from "@/ipc";
import { defineSteps } from "@/lib/steps";
import AnswerStep from "./AnswerStep.vue";
import CloseStep from "./CloseStep.vue";
import MatterForm from "./MatterForm.vue";

export default defineSteps({
  steps: [
    {
      name: "matter",
      order: 10,
      title: () => t("encounters.stepMatter"),
      phrases: ["probing", "read_back"],
      use: (at) => {
        let form: InstanceType<typeof MatterForm> | null = null;
        return {
          done: () => at.encounter.matter !== "",
          summary: () => at.encounter.matter,
          view: () =>
            h(MatterForm, {
              ref: (now) => (form = now as typeof form),
              encounter: at.encounter,
              onTyped: (matter: string) => (at.matter = matter),
            }),
          save: async () => (await form?.save()) ?? true,
        };
      },
    },
    {
      name: "answer",
      order: 30,
      title: () => t("encounters.stepAnswer"),
      keys: "F7",
      phrases: ["hold", "promise"],
      use: (at) => {
        const answered = (): number => at.encounter.consultations.length;
        return {
          done: () => answered() > 0,
          summary: () => (answered() > 0 ? t("encounters.answered", answered()) : ""),
          view: () => h(AnswerStep, { encounter: at.encounter, onDone: () => at.go("close") }),
        };
      },
    },
    {
      name: "close",
      order: 90,
      title: () => t("encounters.stepClose"),
      keys: "F8",
      phrases: ["closing"],
      use: (at) => {
        const suggested = useRead("encounters.suggested_outcome", () => ({ id: at.encounter.id }));
        return {
          done: () => at.ended,
          summary: () => {
            const { outcome } = at.encounter;
            return outcome ? t("encounters.closed", t(`sets.Outcome.${outcome}`)) : "";
          },
          view: () =>
            h(CloseStep, {
              encounter: at.encounter,
              suggested: at.decided ?? suggested.data.value?.outcome ?? null,
              after: at.leave,
            }),
        };
      },
    },
  ],
});
