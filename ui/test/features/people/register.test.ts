import { flushPromises, mount } from "@vue/test-utils";
import { VueQueryPlugin } from "@tanstack/vue-query";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test, vi } from "vitest";
import RegisterForm from "@/features/people/visitors/RegisterForm.vue";
import { queries } from "@/ipc";
import { desk, refusal } from "../../desk";

beforeEach(() => {
  setActivePinia(createPinia());
  queries.clear();
  document.body.innerHTML = '<div id="overlays"></div>';
});

type Sent = { sure: string[]; visitor: Record<string, unknown> };

async function form(answers: Parameters<typeof desk>[0], text: string) {
  const said = desk({
    "visitors.groups": () => ({ value: { rows: [] } }),
    "visitors.notice": () => ({ value: { version: "v1", textZh: "", textEn: "" } }),
    "visitors.likely_same": () => ({ value: { rows: [], more: false, fewDigits: false } }),
    "drafts.read": () => ({ value: { body: null, savedAt: null } }),
    "drafts.save": () => ({}),
    "drafts.clear": () => ({}),
    ...answers,
  });
  const shown = mount(RegisterForm, {
    props: { text },
    global: { plugins: [[VueQueryPlugin, { queryClient: queries }]] },
    attachTo: document.body,
  });
  await flushPromises();
  const submit = async (): Promise<void> => {
    await shown.find("form").trigger("submit");
    await flushPromises();
  };
  const sent = (): Sent[] =>
    said.asked
      .filter(({ command }) => command === "visitors.register")
      .map(({ input }) => input as Sent);
  return { shown, submit, sent };
}

test("what_is_asked_back_is_sure_when_it_is_sent_again_as_it_stands", async () => {
  const ask = (input: Sent) =>
    input.sure.includes("phone")
      ? { value: { id: 3, name: "李静" } }
      : refusal("ask_again", "phone", { doubt: "phone_in_a_row", about: "" });
  const { shown, submit, sent } = await form({ "visitors.register": ask }, "李静 11111111111");
  await submit();
  expect(shown.text()).toContain("连号或重复数字");
  // Another doubtful number was not looked at yet.
  await shown.find("[data-test=visitor-phone]").setValue("22222222222");
  await submit();
  await submit();
  expect(sent().map((one) => one.sure)).toEqual([[], [], ["phone"]]);
  expect(shown.emitted("registered")).toEqual([[3]]);
});

test("without_a_phone_the_reason_is_chosen_and_goes_along", async () => {
  const { shown, submit, sent } = await form(
    { "visitors.register": () => refusal("phone_or_why", "phone") },
    "李静",
  );
  await submit();
  expect(shown.text()).toContain("没有电话，请选一个原因");
  const why = shown.find("[data-test=visitor-no-phone]");
  await why.setValue("1");
  await submit();
  expect(sent().map((one) => one.visitor.noPhone)).toEqual([null, "declined"]);
  // A phone needs none.
  await shown.find("[data-test=visitor-phone]").setValue("13812345678");
  expect(shown.find("[data-test=visitor-no-phone]").exists()).toBe(false);
  await submit();
  expect(sent().at(-1)?.visitor.noPhone).toBe(null);
});

test("what_the_desk_understands_of_a_birth_date_stands_below_it_and_goes_as_said", async () => {
  vi.useFakeTimers();
  const { shown, submit, sent } = await form(
    {
      "visitors.check_born": ({ bornOn }: { bornOn: string }) =>
        bornOn === "1949"
          ? { value: { bornOn, ages: { least: 76, most: 77 } } }
          : refusal("born_unread", "bornOn"),
      "visitors.register": () => refusal("born_unread", "bornOn"),
    },
    "李静",
  );
  const born = shown.find("[data-test=visitor-born]");
  await born.setValue("194");
  await vi.advanceTimersByTimeAsync(300);
  expect(shown.text()).toContain("按本人说的写");
  await born.setValue(" 1949 ");
  await vi.advanceTimersByTimeAsync(300);
  expect(shown.text()).toContain("1949 年（76 或 77 岁）");
  vi.useRealTimers();
  await submit();
  expect(sent()[0]?.visitor.bornOn).toBe("1949");
});
