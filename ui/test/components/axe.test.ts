import { mount } from "@vue/test-utils";
import axe from "axe-core";
import { expect, test } from "vitest";
import { computed, defineComponent, nextTick } from "vue";
import * as parts from "@/components";
import { toast } from "@/lib/toasts";

// Colour needs a real screen: test/tokens.test.ts measures it.
const rules = { "color-contrast": { enabled: false }, region: { enabled: false } };

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules });
  return violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.html}`));
}
const quiet = { busy: computed(() => false), problem: computed(() => null) };
const read = (broken: boolean) => ({
  ...quiet,
  broken: computed(() => broken),
  again: () => Promise.resolve(),
});
const show = (template: string, data: Record<string, unknown> = {}) =>
  mount(defineComponent({ components: parts as never, template, setup: () => data }), {
    attachTo: document.body,
  });

test("a_form_with_every_input_has_no_faults", async () => {
  show(
    `<AppForm label="登记">
    <FormField name="a" label="姓名" hint="与证件一致"><TextInput v-model="text" /></FormField>
    <FormField name="b" label="密码"><TextInput v-model="text" type="password" /></FormField>
    <FormField name="c" label="说明" optional><TextInput v-model="text" :lines="3" /></FormField>
    <FormField name="d" label="电话"><PhoneInput v-model="text" /></FormField>
    <FormField name="e" label="人数"><NumberInput v-model="none" unit="人" /></FormField>
    <FormField name="f" label="时间"><TimeInput v-model="none" /></FormField>
    <FormField name="g" label="日期"><DateInput v-model="none" /></FormField>
    <FormField name="h" label="岗位" error="请选一个"><SelectInput v-model="none" :options="options" /></FormField>
    <FormField name="i" label="事项"><SelectInput v-model="none" searchable :options="options" /></FormField>
    <ChoiceGroup v-model="none" label="级别" :options="options" />
    <CheckInput v-model="yes" label="已复述" />
    <AppButton type="submit" kind="primary" keys="F2">保存</AppButton>
  </AppForm>`,
    {
      text: "",
      none: null,
      yes: true,
      options: [
        { value: "a", label: "甲" },
        { value: "b", label: "乙", text: "第二个" },
      ],
    },
  );
  expect(await faults()).toEqual([]);
});

test("lists_in_every_state_have_no_faults", async () => {
  const data = {
    columns: [{ key: "n", title: "号", width: "1fr" }],
    rowKey: (row: number) => row,
    rows: [1, 2],
    none: [],
    read: read(false),
    broken: read(true),
  };
  show(
    `<PanelCard title="候诊" note="先急后缓"><DataList label="候诊" :columns="columns" :rows="rows" :read="read" :row-key="rowKey" :total="9"><template #cell-n="{ row }">{{ row }}</template></DataList></PanelCard>
    <DataList label="空" :columns="columns" :rows="none" :read="read" :row-key="rowKey" /><DataList label="读" :columns="columns" :rows="undefined" :read="read" :row-key="rowKey" /><DataList label="坏" :columns="columns" :rows="undefined" :read="broken" :row-key="rowKey" />`,
    data,
  );
  expect(await faults()).toEqual([]);
});

test("the_small_parts_have_no_faults", async () => {
  show(`<StepLine :number="1" title="事项" state="done" summary="体检预约" /><StepLine :number="2" title="评估" state="now"><p>…</p></StepLine><StepLine :number="3" title="预约" state="later" keys="F6" />
    <MaskedText masked="138****5678" what="电话" /><MaskedText masked="李*" full="李静" what="姓名" /><ChipTag tone="red" dot>过敏</ChipTag><EmptyState words="空" todo="按 F2" icon="board" />`);
  expect(await faults()).toEqual([]);
});

test("dialogs_and_notices_have_no_faults", async () => {
  toast("已保存");
  show(
    `<ToastStack /><ConfirmReason :open="true" title="停用" action="停用" text="以后可以恢复" :suggestions="['离职']" :write="quiet" />`,
    { quiet },
  );
  await nextTick();
  expect(await faults()).toEqual([]);
});
