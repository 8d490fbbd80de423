import { mount } from "@vue/test-utils";
import { expect, test } from "vitest";
import { defineComponent, h, nextTick, ref } from "vue";
import {
  AppForm,
  FormField,
  NumberInput,
  PhoneInput,
  SelectInput,
  TextInput,
  TimeInput,
} from "@/components";
import type { ProblemLike } from "@/i18n";

const problem = ref<ProblemLike | null>(null);
const Form = defineComponent({
  setup: () => {
    const [name, phone] = [ref(""), ref("")];
    return () =>
      h(AppForm, { problem: problem.value }, () => [
        h(FormField, { name: "name", label: "姓名", hint: "与证件一致" }, () =>
          h(TextInput, {
            modelValue: name.value,
            "onUpdate:modelValue": (now: string) => (name.value = now),
          }),
        ),
        h(FormField, { name: "phone", label: "电话" }, () =>
          h(PhoneInput, {
            modelValue: phone.value,
            "onUpdate:modelValue": (now: string) => (phone.value = now),
          }),
        ),
      ]);
  },
});

test("a_refusal_shows_at_its_field_and_takes_the_focus_there", async () => {
  problem.value = null;
  const wrapper = mount(Form, { attachTo: document.body });
  const input = wrapper.findAll("input")[1];
  problem.value = { code: "empty", params: {}, field: "phone" };
  await nextTick();
  await nextTick();
  expect(document.activeElement).toBe(input?.element);
  expect(input?.attributes("aria-invalid")).toBe("true");
  const line = document.getElementById(input?.attributes("aria-describedby") ?? "");
  expect(line?.textContent).toBe("请填写这一项。");
  expect(wrapper.find("[role=alert]").exists()).toBe(false);
  await input?.setValue("138");
  expect(input?.attributes("aria-invalid")).toBeUndefined();
});

test("a_refusal_of_a_field_that_is_not_on_screen_becomes_a_line", async () => {
  problem.value = { code: "staff_no_taken", params: {}, field: "elsewhere" };
  const wrapper = mount(Form);
  await nextTick();
  expect(wrapper.find("[role=alert]").text()).toBe("这个工号已有人使用，请换一个。");
});

test("every_input_is_named_by_its_label", () => {
  problem.value = null;
  const wrapper = mount(Form);
  for (const label of wrapper.findAll("label"))
    expect(wrapper.find(`[id="${label.attributes("for")}"]`).exists()).toBe(true);
});

test("times_are_completed_and_nonsense_is_named", async () => {
  const wrapper = mount(TimeInput, { props: { modelValue: null, label: "开始" } });
  const input = wrapper.find("input");
  await input.setValue("830");
  await input.trigger("blur");
  expect(wrapper.emitted("update:modelValue")?.at(-1)).toEqual(["08:30"]);
  expect(input.element.value).toBe("08:30");
  await input.setValue("later");
  await input.trigger("blur");
  expect(input.attributes("aria-invalid")).toBe("true");
  expect(input.element.value).toBe("later");
});

test("money_is_typed_in_yuan_and_kept_in_fen", async () => {
  const wrapper = mount(NumberInput, { props: { modelValue: 76850, money: true, label: "价格" } });
  expect(wrapper.find("input").element.value).toBe("768.5");
  await wrapper.find("input").setValue("1,200");
  expect(wrapper.emitted("update:modelValue")?.at(-1)).toEqual([120000]);
});

test("a_select_gives_back_the_value_not_its_text", async () => {
  const wrapper = mount(SelectInput as never, {
    props: {
      modelValue: null,
      label: "岗位",
      options: [
        { value: "a", label: "甲" },
        { value: "b", label: "乙" },
      ],
    } as never,
  });
  await wrapper.find("select").setValue("1");
  expect(wrapper.emitted("update:modelValue")?.at(-1)).toEqual(["b"]);
});
