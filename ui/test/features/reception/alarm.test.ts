import { flushPromises, mount } from "@vue/test-utils";
import { VueQueryPlugin } from "@tanstack/vue-query";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test } from "vitest";
import { createMemoryHistory, createRouter } from "vue-router";
import AlarmStrip from "@/features/reception/tickets/AlarmStrip.vue";
import { language } from "@/i18n";
import { queries } from "@/ipc";
import { listenForKeys } from "@/lib/keys";
import { desk } from "../../desk";

listenForKeys(document);
beforeEach(() => {
  setActivePinia(createPinia());
  queries.clear();
  document.body.innerHTML = "";
  language.value = "zh";
});

const ticket = {
  id: 5,
  no: "C001",
  name: null,
  categoryZh: "身体不适",
  need: "immediate",
  waited: 3,
};

async function strip(alarms: object[]) {
  const said = desk({
    "tickets.board": () => ({ value: { rows: [], inHand: [], alarms, undo: null, today: {} } }),
    "tickets.take_alarm": () => ({ value: ticket }),
  });
  const router = createRouter({ history: createMemoryHistory(), routes: [] });
  const shown = mount(AlarmStrip, {
    global: { plugins: [router, [VueQueryPlugin, { queryClient: queries }]] },
    attachTo: document.body,
  });
  await flushPromises();
  const taken = (): unknown[] =>
    said.asked.filter((asked) => asked.command === "tickets.take_alarm").map(({ input }) => input);
  return { shown, taken };
}

test("nothing_is_shown_while_everybody_is_served", async () => {
  const { shown } = await strip([]);
  expect(shown.find("[data-test=alarm-strip]").exists()).toBe(false);
});

test("whom_nobody_serves_is_said_on_every_page_and_one_key_takes_care", async () => {
  const old = { ticket: { ...ticket, id: 4, no: "C000" }, takenBy: "1002", takenAt: 0 };
  const { shown, taken } = await strip([old, { ticket, takenBy: null, takenAt: null }]);
  const words = shown.find("[data-test=alarm-strip]");
  expect(words.attributes("role")).toBe("alert");
  expect(words.text()).toContain("C001");
  expect(words.text()).toContain("还有 1 位");
  document.body.dispatchEvent(
    new KeyboardEvent("keydown", { key: "h", code: "KeyH", altKey: true, bubbles: true }),
  );
  await flushPromises();
  expect(taken()).toEqual([{ id: 5 }]);
});

test("what_somebody_took_care_of_names_them_and_asks_nobody_else", async () => {
  const { shown } = await strip([{ ticket, takenBy: "1002", takenAt: 0 }]);
  expect(shown.text()).toContain("1002");
  expect(shown.find("[data-test=alarm-take]").exists()).toBe(false);
});
