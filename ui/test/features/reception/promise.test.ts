// What is promised: moments at which somebody is there are offered, none has to be typed.
import { VueQueryPlugin } from "@tanstack/vue-query";
import { flushPromises, mount } from "@vue/test-utils";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test } from "vitest";
import AnswerStep from "@/features/reception/encounters/AnswerStep.vue";
import { language } from "@/i18n";
import { queries } from "@/ipc";
import { addDays, dayOf } from "@/lib/dates";
import { desk } from "../../desk";
import { encounter } from "../../made";

const at = (local: string): number => new Date(`${local}:00+08:00`).getTime();
const days = (n: number): string => addDays(dayOf(Date.now()), n);
const rows = [
  { time: "afternoon", dueAt: at(`${days(1)}T15:30`) },
  { time: "morning", dueAt: at(`${days(2)}T10:00`) },
];

beforeEach(() => {
  setActivePinia(createPinia());
  queries.clear();
  language.value = "zh";
});

async function promising() {
  const said = desk({
    "encounters.promise_times": () => ({ value: { rows } }),
    "encounters.promise": () => ({ value: encounter() }),
    "drafts.read": () => ({ value: { body: null, savedAt: null } }),
    "drafts.save": () => ({}),
    "drafts.clear": () => ({}),
  });
  const shown = mount(AnswerStep, {
    props: { encounter: encounter({ matter: "问报告" }) },
    global: { plugins: [[VueQueryPlugin, { queryClient: queries }]] },
    attachTo: document.body,
  });
  await flushPromises();
  await shown.find("[data-test=promise]").trigger("click");
  await flushPromises();
  const make = async (what: string): Promise<unknown> => {
    await shown.find("[data-test=promise-what]").setValue(what);
    await shown.find("form").trigger("submit");
    await flushPromises();
    return said.asked.filter((one) => one.command === "encounters.promise").at(-1)?.input;
  };
  return { shown, make };
}

test("the_next_working_morning_is_promised_unless_another_time_is_chosen", async () => {
  const { shown, make } = await promising();
  const labels = shown.findAll(".choice b").map((one) => one.text());
  expect(labels[0]).toContain("下一个工作日下午");
  expect(labels[1]).toMatch(/^下一个工作日上午 .*\d\d-\d\d 10:00$/u);
  expect(await make("回电")).toEqual({ id: 7, what: "回电", dueAt: rows[1]?.dueAt });
});

test("a_time_that_is_chosen_or_typed_is_the_one_that_is_sent", async () => {
  const { shown, make } = await promising();
  await shown.findAll(".choice input")[0]?.setValue();
  expect(await make("回电")).toEqual({ id: 7, what: "回电", dueAt: rows[0]?.dueAt });
  await shown.find("[data-test=promise]").trigger("click");
  await flushPromises();
  const time = shown.find<HTMLInputElement>(".time-input");
  await time.setValue("14.30");
  const checked = shown
    .findAll<HTMLInputElement>(".choice input")
    .filter((one) => one.element.checked);
  expect(checked).toEqual([]);
  expect(await make("再回电")).toEqual({ id: 7, what: "再回电", dueAt: at(`${days(2)}T14:30`) });
});
