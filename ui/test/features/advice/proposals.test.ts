import { flushPromises, mount } from "@vue/test-utils";
import { VueQueryPlugin } from "@tanstack/vue-query";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test } from "vitest";
import AssessStep from "@/features/advice/proposals/AssessStep.vue";
import { blankNeeds, entriesOf, forOther, has, hasNot } from "@/features/advice/proposals/needs";
import { queries, type LineView, type NeedsFields, type ProposalView } from "@/ipc";
import { listenForKeys } from "@/lib/keys";
import { desk, refusal, type Answers } from "../../desk";

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
const offer = (id: number, price: number): ProposalView => ({
  id,
  assessmentId: 1,
  package: null,
  price,
  minutes: 30,
  fasting: false,
  madeAt: 0,
  choice: null,
  reason: "",
  items: [
    {
      serviceId: id,
      name: name(`项目${id}`),
      inPackage: false,
      price,
      minutes: 30,
      fasting: false,
      bookable: true,
    },
  ],
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
    ruledOut: [],
    asking: null,
  });
  const said = desk({
    "proposals.list": () => ({ value: advice() }),
    "proposals.make": (input: { needs: NeedsFields | null }) => ({
      value: ((needs = input.needs ?? needs), advice()),
      touched: ["proposals"],
    }),
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
