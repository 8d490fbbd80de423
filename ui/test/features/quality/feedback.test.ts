import { flushPromises, mount } from "@vue/test-utils";
import { VueQueryPlugin } from "@tanstack/vue-query";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test } from "vitest";
import FeedbackStep from "@/features/quality/feedback/FeedbackStep.vue";
import { stepsDone } from "@/features/quality/feedback/sets";
import { queries } from "@/ipc";
import { listenForKeys } from "@/lib/keys";
import { desk, refusal } from "../../desk";

listenForKeys(document);
beforeEach(() => {
  setActivePinia(createPinia());
  queries.clear();
  document.body.innerHTML = "";
});

function step(answers: Parameters<typeof desk>[0], visitorId: number | null = null) {
  const said = desk({
    "feedback.of_encounter": () => ({ value: { rows: [], total: 0 } }),
    "drafts.read": () => ({ value: { body: null, savedAt: null } }),
    "drafts.save": () => ({}),
    "drafts.clear": () => ({}),
    ...answers,
  });
  const shown = mount(FeedbackStep, {
    props: { encounterId: 7, visitorId },
    global: { plugins: [[VueQueryPlugin, { queryClient: queries }]] },
    attachTo: document.body,
  });
  return {
    shown,
    received: () =>
      said.asked.filter(({ command }) => command === "feedback.receive").map(({ input }) => input),
  };
}
const press = async (key: string): Promise<void> => {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  await flushPromises();
};

test("a_key_chooses_the_kind_and_what_was_said_goes_to_the_desk_word_for_word", async () => {
  const { shown, received } = step({
    "feedback.receive": () => ({ value: { line: { id: 3, no: "F20261121-003" } } }),
  });
  await flushPromises();
  expect(shown.find("form").exists()).toBe(false);
  await press("3");
  await shown.find("[data-test=feedback-what]").setValue("等了一小时，“没人管”");
  await shown.find("[data-test=feedback-add-point]").trigger("click");
  await shown.find("[data-test=feedback-point-0]").setValue("等候太久");
  await shown.find("form").trigger("submit");
  await flushPromises();
  expect(received()).toEqual([
    {
      kind: "complaint",
      encounterId: 7,
      visitorId: null,
      name: "",
      phone: "",
      happenedOn: null,
      about: "",
      what: "等了一小时，“没人管”",
      points: ["等候太久"],
    },
  ]);
  expect(shown.emitted("received")).toEqual([[3]]);
  expect(shown.find("form").exists()).toBe(false);
});

test("a_refused_point_shows_at_that_point_and_nothing_typed_is_lost", async () => {
  const { shown } = step({ "feedback.receive": () => refusal("empty", "points.0") }, 5);
  await flushPromises();
  await press("1");
  expect(shown.find("[data-test=feedback-phone]").exists()).toBe(false);
  await shown.find("[data-test=feedback-what]").setValue("护士很耐心");
  await shown.find("[data-test=feedback-add-point]").trigger("click");
  await shown.find("form").trigger("submit");
  await flushPromises();
  expect(shown.find(".form-field.wrong [data-test=feedback-point-0]").exists()).toBe(true);
  expect((shown.find("[data-test=feedback-what]").element as HTMLTextAreaElement).value).toBe(
    "护士很耐心",
  );
});

test("a_told_feedback_still_waits_for_the_question", () => {
  expect([stepsDone("told", false), stepsDone("told", true), stepsDone("closed", true)]).toEqual([
    4, 5, 6,
  ]);
});
