// Signing up for an event: who it was is said, and so is why it was refused.
import { VueQueryPlugin } from "@tanstack/vue-query";
import { flushPromises, mount } from "@vue/test-utils";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test } from "vitest";
import SignUpLine from "@/features/booking/events/SignUpLine.vue";
import { queries } from "@/ipc";
import { toasts } from "@/lib/toasts";
import { desk, refusal, type Answers } from "../../desk";

beforeEach(() => {
  setActivePinia(createPinia());
  queries.clear();
});

async function signUp(answers: Answers) {
  const person = { id: 40, name: "单秀英", phone: "", sex: null, ages: null, seenAt: 0, why: null };
  const rows = [{ ...person, standing: "open" }];
  const said = desk({ "visitors.find": () => ({ value: { rows, more: false } }), ...answers });
  const line = mount(SignUpLine, {
    props: { event: 3, full: false },
    global: { plugins: [[VueQueryPlugin, { queryClient: queries }]] },
    attachTo: document.body,
  });
  const input = line.find("[data-test=find-visitor]");
  await input.setValue("单秀英");
  await input.trigger("keydown", { key: "Enter" });
  await flushPromises();
  return { line, asked: said.asked.filter((one) => one.command === "events.sign_up") };
}

test("a refusal stands at the line, with its sentence", async () => {
  const { line } = await signUp({
    "events.sign_up": () => refusal("already_signed_up", "visitorId"),
  });
  expect(line.text()).toContain("这位已经报过名。");
  line.unmount();
  const full = await signUp({ "events.sign_up": () => refusal("event_full", null, { seats: 3 }) });
  expect(full.line.find("[role=alert]").text()).toContain("3 个席位都有人了");
  full.line.unmount();
});

test("who was signed up is named", async () => {
  const { line, asked } = await signUp({
    "events.sign_up": () => ({ value: { event: {}, guests: [{ id: 9, name: "单秀英" }] } }),
  });
  expect(asked.map((one) => one.input)).toEqual([{ id: 3, visitorId: 40 }]);
  expect(toasts.at(-1)?.words).toBe("单秀英已报名。");
  line.unmount();
});
