// A form whose fields hold what nobody can read.
import { mount } from "@vue/test-utils";
import { expect, test } from "vitest";
import { defineComponent, ref } from "vue";
import { AppForm, FormField, NumberInput, TimeInput } from "@/components";

test("what_cannot_be_read_stays_as_it_is_typed_and_is_not_sent", async () => {
  const [price, starts, sent] = [ref<number | null>(12_800), ref<string | null>("13:05"), ref(0)];
  const Sheet = defineComponent({
    components: { AppForm, FormField, NumberInput, TimeInput },
    setup: () => ({ price, starts, send: () => (sent.value += 1) }),
    template: `<AppForm @submit="send">
      <FormField label="价格"><NumberInput v-model.zero="price" money /></FormField>
      <FormField name="starts" label="开始"><TimeInput v-model="starts" /></FormField>
    </AppForm>`,
  });
  const wrapper = mount(Sheet, { attachTo: document.body });
  const [money, time] = wrapper.findAll("input");
  for (const typed of ["1", "12", "12.", "12.3", "12.34", "12.345"]) {
    await money?.setValue(typed);
    expect(money?.element.value).toBe(typed);
  }
  await wrapper.find("form").trigger("submit");
  expect(sent.value).toBe(0);
  expect(document.activeElement).toBe(money?.element);
  expect(wrapper.text()).toContain("请输入数字");
  await money?.setValue("12.34");
  expect(price.value).toBe(1_234);
  await time?.setValue("11305");
  await wrapper.find("form").trigger("submit");
  expect(sent.value).toBe(0);
  expect(document.activeElement).toBe(time?.element);
  await time?.setValue("1130");
  await wrapper.find("form").trigger("submit");
  expect([sent.value, starts.value]).toEqual([1, "11:30"]);
});
