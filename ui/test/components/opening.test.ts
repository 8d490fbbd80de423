// Many records were opened: what the page asks, and that it goes on where it stood.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { OpeningGate } from "@/components";
import { ref } from "vue";
import type { Problem } from "@/ipc";
import { useOpening, type Opening } from "@/ipc";
import { desk, refusal } from "../desk";

const problem = (code: Problem["code"], params: Problem["params"] = {}): Problem => ({
  code,
  params,
  field: null,
});

const opening = (refused: Problem, again: () => unknown): Opening =>
  useOpening(ref(refused), again);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("it counts the seconds down and opens by itself", async () => {
  const again = vi.fn();
  const held = opening(problem("opening_wait", { seconds: 3 }), again);
  const gate = mount(OpeningGate, { props: { opening: held } });
  expect(gate.text()).toContain("3");
  vi.advanceTimersByTime(2_000);
  await gate.vm.$nextTick();
  expect(gate.text()).toContain("1");
  expect(again).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5_000);
  expect(again).toHaveBeenCalledTimes(1);
});

test("a reason is sent and a refused one stays in its field", async () => {
  let fits = false;
  const { asked } = desk({
    "visitors.say_why": () => (fits ? {} : refusal("reason_needed", "reason")),
  });
  const again = vi.fn();
  const gate = mount(OpeningGate, {
    props: { opening: opening(problem("opening_reason"), again) },
    attachTo: document.body,
  });
  await flushPromises();
  expect(document.activeElement?.tagName).toBe("INPUT");
  await gate.find("input").setValue("团体");
  await gate.find("form").trigger("submit");
  await flushPromises();
  expect(gate.find("input").element.value).toBe("团体");
  expect(again).not.toHaveBeenCalled();
  fits = true;
  await gate.find("form").trigger("submit");
  await flushPromises();
  expect(asked.at(-1)?.input).toEqual({ reason: "团体" });
  expect(again).toHaveBeenCalledTimes(1);
  gate.unmount();
});

test("a colleague agrees with number and password, and the password is not kept", async () => {
  const outer = vi.fn();
  const { asked } = desk({ "visitors.allow": () => ({}) });
  const page = mount({
    components: { OpeningGate },
    setup: () => ({ held: { ...opening(problem("opening_stop"), vi.fn()) }, outer }),
    template: `<form @submit.prevent="outer"><OpeningGate :opening="held" /></form>`,
  });
  const [no, password] = page.findAll("input");
  await no?.setValue(" 1004 ");
  await password?.setValue("heron-lamp");
  await page.find("form form").trigger("submit");
  await flushPromises();
  expect(asked.at(-1)?.input).toEqual({ no: "1004", password: "heron-lamp" });
  expect(password?.element.value).toBe("");
  expect(outer).not.toHaveBeenCalled();
});

test("another refusal is none of its business", () => {
  const held = opening(problem("not_found"), vi.fn());
  const gate = mount(OpeningGate, { props: { opening: held } });
  expect(gate.text()).toBe("");
});
