import { flushPromises, mount } from "@vue/test-utils";
import { VueQueryPlugin } from "@tanstack/vue-query";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test } from "vitest";
import AssessStep from "@/features/advice/proposals/AssessStep.vue";
import { blankNeeds, entriesOf, forOther, has, hasNot } from "@/features/advice/proposals/needs";
import { queries, type LineView, type NeedsFields, type ProposalView } from "@/ipc";
import { listenForKeys } from "@/lib/keys";
import { desk, refusal, type Answers } from "../../desk";
import { proposal } from "../../made";

listenForKeys(document);
beforeEach(() => {
  setActivePinia(createPinia());
  queries.clear();
  document.body.innerHTML = '<div id="overlays"></div>';
});

const name = (zh: string): { zh: string; en: string } => ({ zh, en: "" });
const terms = [
  {
    kind: "concern",
    code: "bone",
    name: name("骨骼与骨密度"),
    words: [],
    broad: false,
    active: true,
  },
  {
    kind: "condition",
    code: "pacemaker",
    name: name("起搏器"),
    words: [],
    broad: false,
    active: true,
  },
];
const offer = (id: number, price: number): ProposalView =>
  proposal(id, {
    price,
    points: [{ side: "covered", say: "by", about: "bone", service: name(`项目${id}`), amount: 0 }],
  });
const line: LineView = {
  suggestions: [{ kind: "concern", code: "bone", word: "骨质疏松", denied: false }],
  budget: 80_000,
  minutes: null,
  days: "",
  relation: "妈妈",
  sex: "female",
  age: null,
  rest: [],
};

function step(known: NeedsFields | null, more: Answers = {}) {
  let needs = known;
  const advice = () => ({
    assessment: needs && { id: 1, version: 1, needs, madeAt: 0, madeBy: 1 },
    proposals: needs ? [offer(11, 16_000), offer(12, 24_000)] : [],
    verdict: needs ? "fits" : null,
    ways: [],
    ruledOut: [],
    asking: null,
  });
  const said = desk({
    "proposals.list": () => ({ value: advice() }),
    "proposals.make": (input: { needs: NeedsFields | null }) => ({
      value: ((needs = input.needs ?? needs), advice()),
      touched: ["proposals"],
    }),
    "proposals.reach": () => ({ value: { rows: [] } }),
    "catalogue.vocabulary": () => ({ value: { terms, departments: [] } }),
    "catalogue.list": () => ({ value: { rows: [] } }),
    "assessments.next_question": () => ({ value: null }),
    "assessments.read_line": () => ({ value: line }),
    "drafts.read": () => ({ value: { body: null, savedAt: null } }),
    "drafts.save": () => ({}),
    "drafts.clear": () => ({}),
    ...more,
  });
  const shown = mount(AssessStep, {
    props: { encounterId: 7, visitor: null },
    global: { plugins: [[VueQueryPlugin, { queryClient: queries }]] },
    attachTo: document.body,
  });
  return {
    shown,
    inputs: (command: string) =>
      said.asked.filter((one) => one.command === command).map((one) => one.input),
  };
}
const told = (): NeedsFields => has(blankNeeds(null), "concern", "bone");

test("one_line_becomes_needs_that_are_weighed_at_once", async () => {
  const { shown, inputs } = step(null);
  await flushPromises();
  await shown.find("[data-test=add-need]").setValue("妈妈 骨质疏松 800");
  await flushPromises();
  await shown.find("[data-test=add-need]").trigger("keydown", { key: "Enter" });
  await flushPromises();
  expect(inputs("proposals.make")).toEqual([
    {
      encounterId: 7,
      needs: {
        ...blankNeeds(null),
        relation: "妈妈",
        sex: "female",
        concerns: ["bone"],
        budget: 80_000,
      },
    },
  ]);
  expect(shown.find("[data-test=proposal-1]").text()).toContain("¥160");
});

test("the_key_of_a_card_accepts_that_proposal", async () => {
  const { shown, inputs } = step(told(), {
    "proposals.choose": () => ({ value: { ...offer(12, 24_000), choice: "accepted" } }),
  });
  await flushPromises();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "2", bubbles: true }));
  await flushPromises();
  expect(inputs("proposals.choose")).toEqual([{ proposalId: 12, choice: "accepted", reason: "" }]);
  expect(shown.emitted("accepted")).toHaveLength(1);
});

test("a_question_answered_with_none_denies_all_it_asked_for", async () => {
  const { shown, inputs } = step(told(), {
    "assessments.next_question": () => ({
      value: { question: "implants", codes: ["pacemaker"], because: [] },
    }),
  });
  await flushPromises();
  await shown.find("[data-test=answer-none]").trigger("click");
  await flushPromises();
  expect((inputs("proposals.make")[0] as { needs: NeedsFields }).needs.deniedConditions).toEqual([
    "pacemaker",
  ]);
});

test("a_refusal_is_said_and_what_was_told_stays", async () => {
  const { shown } = step(told(), { "proposals.choose": () => refusal("proposal_stale") });
  await flushPromises();
  await shown.find("[data-test=choose-1]").trigger("click");
  await flushPromises();
  expect(shown.find("[role=alert]").text()).toContain("需求已经改过");
  expect(shown.find("[data-test='need-concern:bone']").exists()).toBe(true);
});

test("all_that_are_shown_are_kept_for_later_and_work_goes_on", async () => {
  const { shown, inputs } = step(told(), { "proposals.consider": () => ({}) });
  await flushPromises();
  await shown.find("[data-test=consider]").trigger("click");
  await flushPromises();
  expect(inputs("proposals.consider")).toEqual([{ proposalIds: [11, 12] }]);
  expect(shown.emitted("considering")).toHaveLength(1);
});

test("a_proposal_declined_with_a_reason_makes_room_for_another", async () => {
  const { shown, inputs } = step(told(), { "proposals.choose": () => ({ value: offer(12, 0) }) });
  await flushPromises();
  await shown.find("[data-test=decline-2]").trigger("click");
  await flushPromises();
  const reason = document.querySelector<HTMLInputElement>("dialog input");
  if (reason) reason.value = "太贵";
  reason?.dispatchEvent(new Event("input", { bubbles: true }));
  document.querySelector("dialog form")?.dispatchEvent(new Event("submit", { cancelable: true }));
  await flushPromises();
  expect(inputs("proposals.choose")).toEqual([
    { proposalId: 12, choice: "declined", reason: "太贵" },
  ]);
  expect(inputs("proposals.make")).toEqual([{ encounterId: 7, needs: null }]);
  expect(shown.emitted("declined")).toBeUndefined();
});

test("health_facts_wait_for_the_consent_that_is_asked_for_here", async () => {
  let agreed = false;
  const made = { assessment: null, proposals: [offer(11, 16_000)], ruledOut: [], asking: null };
  const { shown, inputs } = step(told(), {
    "proposals.make": () => (agreed ? { value: made } : refusal("consent_missing")),
    "visitors.consent": () => ((agreed = true), {}),
    "assessments.next_question": () => ({
      value: { question: "implants", codes: ["pacemaker"], because: [] },
    }),
  });
  await shown.setProps({
    visitor: { id: 40, sex: "female", age: 68, conditions: [], allergies: [] },
  });
  await flushPromises();
  await shown.find("[data-test=answer-none]").trigger("click");
  await flushPromises();
  await shown.find("[data-test=assess-consent]").trigger("click");
  await flushPromises();
  expect(inputs("visitors.consent")).toEqual([
    { id: 40, scope: "health", manner: "spoken", guardian: null },
  ]);
  const [first, again] = inputs("proposals.make");
  expect(again).toEqual(first);
  expect(shown.find("[data-test=assess-consent]").exists()).toBe(false);
});

test("needs_of_another_person_know_nothing_of_the_visitor", () => {
  const visitor = {
    id: 1,
    sex: "male" as const,
    age: 41,
    conditions: ["pacemaker"],
    allergies: [],
  };
  const other = forOther(blankNeeds(visitor), "妈妈", "female");
  expect([other.sex, other.age, other.conditions]).toEqual(["female", null, []]);
  expect(hasNot(blankNeeds(visitor), "condition", ["pacemaker"]).conditions).toEqual([]);
  expect(entriesOf(line).map((entry) => entry.kind)).toEqual(["whom", "concern", "budget"]);
});

const nothing = (more: object): Answers => ({
  "proposals.list": () => ({
    value: {
      assessment: { id: 1, version: 1, needs: poor, madeAt: 0, madeBy: 1 },
      proposals: [],
      ruledOut: [],
      asking: null,
      ways: [],
      ...more,
    },
  }),
});
const poor: NeedsFields = { ...has(blankNeeds(null), "concern", "bone"), budget: 5_000 };

test("what_suits_and_costs_more_is_said_and_one_key_raises_the_budget", async () => {
  const ways = [{ budget: 18_000, minutes: null }];
  const { shown, inputs } = step(poor, nothing({ verdict: "over_limits", ways }));
  await flushPromises();
  const said = shown.find("[data-test=nothing-fits]").text();
  expect(said).toContain("适合的最低 ¥180，超出预算 ¥50");
  expect(said).not.toContain("没有适合");
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "1", bubbles: true }));
  await flushPromises();
  expect(inputs("proposals.make")).toEqual([
    { encounterId: 7, needs: { ...poor, budget: 18_000 } },
  ]);
});

test.each([
  ["unsuited", "没有适合的项目"],
  ["unknown", "先问清"],
  ["declined", "都表示不要"],
  ["not_offered", "目录里没有"],
])("nothing_is_proposed_and_the_reason_%s_is_said", async (verdict, words) => {
  const { shown } = step(poor, nothing({ verdict }));
  await flushPromises();
  expect(shown.find("[data-test=nothing-fits]").text()).toContain(words);
  expect(shown.find("[data-test=raise-1]").exists()).toBe(false);
});

test("a_proposal_says_when_it_can_be_booked_and_in_how_many_visits", async () => {
  const part = (day: string, zh: string) => ({ day, serviceIds: [1], names: [name(zh)] });
  const rows = [
    {
      proposalId: 11,
      reach: {
        how: "twice",
        parts: [part("2026-11-24", "心电图"), part("2026-11-25", "胃镜")],
        missing: [],
        days: 90,
      },
    },
    { proposalId: 12, reach: { how: "never", parts: [], missing: [name("骨密度")], days: 90 } },
  ];
  const { shown } = step(told(), { "proposals.reach": () => ({ value: { rows } }) });
  await flushPromises();
  const first = shown.find("[data-test=reach-1]").text();
  for (const words of ["分两次", "24", "心电图", "25", "胃镜"]) expect(first).toContain(words);
  expect(shown.find("[data-test=reach-2]").text()).toContain("90 天内约不到：骨密度");
});
