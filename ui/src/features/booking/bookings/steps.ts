// Time, read-back and voucher as a step of an encounter.
import { computed, h } from "vue";
import { t } from "@/i18n";
import { useRead } from "@/ipc";
import { defineSteps } from "@/lib/steps";
import BookStep from "./BookStep.vue";

export default defineSteps({
  steps: [
    {
      name: "book",
      order: 40,
      title: () => t("encounters.stepBook"),
      keys: "F9",
      phrases: ["booking", "read_back"],
      use: (at) => {
        const read = useRead("bookings.of_encounter", () => ({ id: at.encounter.id }));
        const standing = computed(() => read.data.value?.rows.filter((row) => row.stands) ?? []);
        return {
          done: () => standing.value.length > 0,
          summary: () => standing.value.map((row) => `${row.day.slice(5)} ${row.start}`).join("、"),
          view: () =>
            h(BookStep, {
              encounterId: at.encounter.id,
              visitorId: at.encounter.visitor?.id ?? null,
              ...at.wanted,
            }),
        };
      },
    },
  ],
});
