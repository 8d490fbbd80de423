// The page of an encounter: its steps, what one hands to the next, how it ends.
import { VueQueryPlugin } from "@tanstack/vue-query";
import { flushPromises, mount } from "@vue/test-utils";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test } from "vitest";
import { createMemoryHistory, createRouter } from "vue-router";
import EncounterPage from "@/app/encounter/EncounterPage.vue";
import { queries, type EncounterView, type Outcome } from "@/ipc";
import { listenForKeys } from "@/lib/keys";
import { desk, type Answers } from "../desk";
import { encounter, proposal, slots, visitor } from "../made";

listenForKeys(document);
beforeEach(() => {
  setActivePinia(createPinia());
  queries.clear();
});

async function page(begin: Partial<EncounterView>, more: Answers = {}) {
  let now = encounter(begin);
  const change = (by: Partial<EncounterView>) => ({
    value: (now = { ...now, ...by }),
    touched: ["encounters" as const],
  });
  const rows = { value: { rows: [] } };
  const said = desk({
    "encounters.read": () => ({ value: now }),
    "encounters.describe": (input: Partial<EncounterView>) => change(input),
    "encounters.close": ({ outcome }: { outcome: Outcome }) => change({ outcome, endedAt: 9 }),
    "encounters.reopen": () => change({ outcome: null, endedAt: null }),
    "encounters.suggested_outcome": () => ({ value: { outcome: null } }),
    "encounters.of_visitor": () => rows,
    "proposals.list": () => ({
      value: { assessment: null, proposals: [], ruledOut: [], asking: null },
    }),
    "bookings.of_encounter": () => rows,
    "bookings.slots": () => ({ value: slots }),
    "catalogue.vocabulary": () => ({ value: { terms: [], departments: [] } }),
    "catalogue.list": () => rows,
    "categories.list": () => rows,
    "categories.suggest": () => rows,
    "assessments.next_question": () => ({ value: null }),
    "feedback.of_encounter": () => rows,
    "guidance.phrases": () => rows,
    "guidance.referrals": () => rows,
    "tickets.of_encounter": () => ({ value: { ticket: null } }),
    "visitors.groups": () => rows,
    "visitors.read": () => ({ value: visitor() }),
    "drafts.read": () => ({ value: { body: null, savedAt: null } }),
    "drafts.save": () => ({}),
    "drafts.clear": () => ({}),
    ...more,
  });
  const nothing = { render: () => null };
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: "/", component: nothing },
      { path: "/reception/:id", component: EncounterPage },
      { path: "/requests", component: nothing },
    ],
  });
  await router.push("/reception/7");
  const shown = mount(EncounterPage, {
    global: { plugins: [router, [VueQueryPlugin, { queryClient: queries }]] },
    attachTo: document.body,
  });
  await flushPromises();
  return {
    shown,
    router,
    inputs: (command: string) =>
      said.asked.filter((one) => one.command === command).map((one) => one.input),
    /** The step that is open. */
    now: () => shown.find("[aria-current=step] h3").text(),
    outcome: () =>
      shown.findAll<HTMLInputElement>(".choice input").find((one) => one.element.checked)?.element
        .value,
  };
}
async function press(key: string) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  await flushPromises();
}

test("the_steps_stand_in_the_order_in_which_they_are_declared_each_with_its_key", async () => {
  const { shown, now } = await page({});
  const heads = shown.findAll(".step-line").map((step) => {
    const key = step.find(".step-head kbd");
    return [step.find("h3").text(), key.exists() ? key.text() : ""];
  });
  expect(heads).toEqual([
    ["事项与分诊", ""],
    ["评估与推荐", "F5"],
    ["解答", "F7"],
    ["预约与凭证", "F9"],
    ["评价与结束", "F8"],
  ]);
  expect(now()).toBe("事项与分诊");
  await press("F7");
  expect(now()).toBe("解答");
});

test("a_matter_that_is_known_goes_on_at_the_answer", async () => {
  const { shown, now } = await page({ matter: "替母亲安排体检" });
  expect(now()).toBe("解答");
  expect(shown.find(".step-line.done").text()).toContain("替母亲安排体检");
});

test("a_referral_saves_what_is_typed_and_is_the_outcome_that_the_end_suggests", async () => {
  const { shown, now, inputs, outcome } = await page({});
  await shown.find("[data-test=matter]").setValue("要办医保转诊");
  await shown.find("[data-test=refer]").trigger("click");
  await flushPromises();
  const saved = inputs("encounters.describe") as EncounterView[];
  expect(saved.length).toBeGreaterThan(0);
  expect(new Set(saved.map((one) => one.matter))).toEqual(new Set(["要办医保转诊"]));
  expect(now()).toBe("评价与结束");
  expect(outcome()).toBe("referred");
});

test("what_is_accepted_is_what_times_are_offered_for", async () => {
  const [single] = proposal(11).items;
  if (!single) throw new Error("a proposal has an item");
  const accepted = proposal(1, {
    choice: "accepted",
    package: { id: 4, name: { zh: "老年基础", en: "" }, price: 9 },
    items: [
      { ...single, serviceId: 12, inPackage: true },
      single,
      { ...single, serviceId: 13, bookable: false },
    ],
  });
  const { shown, inputs } = await page(
    { matter: "体检" },
    {
      "proposals.list": () => ({
        value: { assessment: null, proposals: [accepted], ruledOut: [], asking: null },
      }),
    },
  );
  await press("F9");
  expect(inputs("bookings.slots")).toEqual([
    expect.objectContaining({ visitorId: 40, packageId: 4, serviceIds: [11, 13] }),
  ]);
  expect(shown.find(".slot-picker").exists()).toBe(true);
});

test("what_the_desk_suggests_is_chosen_until_somebody_chooses_and_is_sent_once", async () => {
  const { shown, router, inputs, outcome } = await page(
    { matter: "问路" },
    { "encounters.suggested_outcome": () => ({ value: { outcome: "promised" } }) },
  );
  await press("F8");
  expect(outcome()).toBe("promised");
  await shown.find("input[value=answered]").setValue();
  await shown.find("form:has([data-test=close])").trigger("submit");
  await flushPromises();
  expect(inputs("encounters.close")).toEqual([
    { id: 7, outcome: "answered", note: "", rating: null },
  ]);
  expect(router.currentRoute.value.path).toBe("/");
});

test("an_ended_encounter_is_closed_until_somebody_gives_a_reason", async () => {
  const { shown, inputs, now } = await page({ matter: "问路", outcome: "answered", endedAt: 9 });
  expect(shown.find("[aria-current=step]").exists()).toBe(false);
  await press("F7");
  expect(shown.find("[aria-current=step]").exists()).toBe(false);
  await shown.find(".encounter-middle .panel-head .app-button").trigger("click");
  await flushPromises();
  const reason = document.querySelector<HTMLInputElement>("dialog input");
  if (reason) reason.value = "还有一问";
  reason?.dispatchEvent(new Event("input", { bubbles: true }));
  document.querySelector("dialog form")?.dispatchEvent(new Event("submit", { cancelable: true }));
  await flushPromises();
  expect(inputs("encounters.reopen")).toEqual([{ id: 7, reason: "还有一问" }]);
  expect(now()).toBe("评价与结束");
});

test("feedback_can_be_taken_down_where_the_encounter_ends", async () => {
  const { shown } = await page({ matter: "要表扬" });
  await press("F8");
  await shown.find(".take-feedback button").trigger("click");
  await flushPromises();
  expect(document.querySelector("dialog[open] [data-test=feedback-step]")).not.toBeNull();
});
