import { mount, type VueWrapper } from "@vue/test-utils";
import { expect, test, vi } from "vitest";
import { nextTick } from "vue";
import { DateInput, SelectInput } from "@/components";

const models = (wrapper: VueWrapper) => wrapper.emitted("update:modelValue")?.map(([now]) => now);
const press = (wrapper: VueWrapper, at: string, key: string) =>
  wrapper.find(at).trigger("keydown", { key });

const rooms = [
  { value: "a", label: "心电图室" },
  { value: "b", label: "超声一室" },
  { value: "c", label: "超声二室", disabled: true },
  { value: "d", label: "ECG 2" },
];
function list(more: object = {}) {
  const room = { modelValue: "a", options: rooms, searchable: true, label: "房间", ...more };
  return mount(SelectInput<string>, { props: room, attachTo: document.body });
}
const options = (wrapper: VueWrapper) => wrapper.findAll("[role=option]").map((one) => one.text());

test("typing_narrows_the_list_and_enter_takes_the_line_at_hand", async () => {
  const wrapper = list();
  const box = wrapper.find("[role=combobox]");
  expect((box.element as HTMLInputElement).value).toBe("心电图室");
  expect(wrapper.find("[role=listbox]").exists()).toBe(false);
  await box.setValue("超声");
  expect(options(wrapper)).toEqual(["超声一室", "超声二室"]);
  await press(wrapper, "input", "Enter");
  expect(models(wrapper)).toEqual(["b"]);
  expect(wrapper.find("[role=listbox]").exists()).toBe(false);
});

test("arrows_move_the_active_line_and_what_is_disabled_is_not_taken", async () => {
  const wrapper = list();
  await press(wrapper, "input", "ArrowDown");
  const active = () => {
    const id = wrapper.find("input").attributes("aria-activedescendant") ?? "";
    return document.getElementById(id)?.textContent?.trim();
  };
  expect(active()).toBe("心电图室");
  await press(wrapper, "input", "ArrowDown");
  await press(wrapper, "input", "ArrowDown");
  expect(active()).toBe("超声二室");
  await press(wrapper, "input", "Enter");
  expect(models(wrapper)).toBeUndefined();
  await press(wrapper, "input", "ArrowDown");
  await press(wrapper, "input", "Enter");
  expect(models(wrapper)).toEqual(["d"]);
});

test("esc_and_leaving_put_the_chosen_line_back", async () => {
  const wrapper = list({ clearable: true });
  const box = wrapper.find("input");
  await box.setValue("ecg");
  expect(options(wrapper)).toEqual(["ECG 2"]);
  await press(wrapper, "input", "Escape");
  expect(box.element.value).toBe("心电图室");
  await box.setValue("没有这一间");
  expect(options(wrapper)).toEqual(["没有符合的。"]);
  await box.trigger("blur");
  expect(box.element.value).toBe("心电图室");
  expect(models(wrapper)).toBeUndefined();
  await box.setValue("");
  await box.trigger("blur");
  expect(models(wrapper)).toEqual([null]);
});

function day(more: object = {}) {
  const props = { modelValue: "2026-01-31", label: "日期", ...more };
  return mount(DateInput, { props, attachTo: document.body });
}

test.each([
  ["2026-11-21", "2026-11-21"],
  ["20261121", "2026-11-21"],
  ["2026.1.5", "2026-01-05"],
  ["２０２６年１月５日", "2026-01-05"],
])("%s_is_read_as_a_day", async (typed, read) => {
  const wrapper = day();
  await wrapper.find("input").setValue(typed);
  await wrapper.find("input").trigger("blur");
  expect(models(wrapper)?.at(-1)).toBe(read);
  expect(wrapper.find("input").element.value).toBe(read);
});

test("what_is_no_day_or_lies_outside_is_named_and_not_sent", async () => {
  const wrapper = day({ max: "2026-06-30" });
  const box = wrapper.find("input");
  const submit = vi.fn((event: Event) => event.defaultPrevented);
  document.body.addEventListener("keydown", submit, { once: true });
  await box.setValue("2026-02-30");
  await press(wrapper, "input", "Enter");
  expect(submit).toHaveReturnedWith(true);
  expect(box.attributes("aria-invalid")).toBe("true");
  await box.setValue("2026-07-01");
  await box.trigger("blur");
  expect(box.attributes("aria-invalid")).toBe("true");
  expect(models(wrapper)).toBeUndefined();
  await box.setValue("2026-06-30");
  expect(models(wrapper)).toEqual(["2026-06-30"]);
  expect(box.attributes("aria-invalid")).toBeUndefined();
});

test("a_day_that_must_be_there_comes_back_and_another_may_go", async () => {
  const fixed = day({ clearable: false });
  await fixed.find("input").setValue("");
  await fixed.find("input").trigger("blur");
  expect(fixed.find("input").element.value).toBe("2026-01-31");
  expect(models(fixed)).toBeUndefined();
  const free = day();
  await free.find("input").setValue("");
  expect(models(free)).toEqual([null]);
});

test("the_calendar_is_walked_by_keys_and_gives_the_focus_back", async () => {
  const wrapper = day({ min: "2026-01-15" });
  await press(wrapper, "input", "ArrowDown");
  const grid = wrapper.find("[role=grid]");
  expect(document.activeElement).toBe(grid.element);
  const active = () => grid.attributes("aria-activedescendant")?.slice(-10);
  expect(active()).toBe("2026-01-31");
  for (const [key, to] of [
    ["PageDown", "2026-02-28"],
    ["Home", "2026-02-23"],
    ["ArrowRight", "2026-02-24"],
    ["ArrowUp", "2026-02-17"],
    ["PageUp", "2026-01-17"],
    ["ArrowUp", "2026-01-10"],
  ] as const) {
    await press(wrapper, "[role=grid]", key);
    expect(active(), key).toBe(to);
  }
  // Before the first day that may be taken.
  await press(wrapper, "[role=grid]", "Enter");
  expect(models(wrapper)).toBeUndefined();
  await press(wrapper, "[role=grid]", "ArrowDown");
  await press(wrapper, "[role=grid]", "Enter");
  expect(models(wrapper)).toEqual(["2026-01-17"]);
  await nextTick();
  expect(wrapper.find("[role=grid]").exists()).toBe(false);
  expect(document.activeElement).toBe(wrapper.find("input").element);
});
