import { mount } from "@vue/test-utils";
import { expect, test, vi } from "vitest";
import { computed, nextTick } from "vue";
import { DataList } from "@/components";

interface Row {
  id: number;
  name: string;
}
const rows: Row[] = Array.from({ length: 30 }, (_, i) => ({ id: i + 1, name: `第 ${i + 1} 位` }));
const again = vi.fn();
const read = (broken = false) => ({
  problem: computed(() => null),
  broken: computed(() => broken),
  again,
});
const props = {
  label: "候诊",
  read: read(),
  columns: [{ key: "name", title: "来访者", width: "1fr" }],
};

function list(more: Record<string, unknown> = {}) {
  return mount(DataList as never, {
    props: { ...props, rows, ...more } as never,
    slots: { "cell-name": '<template #cell-name="{ row }">{{ row.name }}</template>' },
    attachTo: document.body,
  });
}
const chosen = (wrapper: ReturnType<typeof list>): string =>
  wrapper.find("[aria-selected=true]").text();
async function press(wrapper: ReturnType<typeof list>, ...keys: string[]): Promise<void> {
  for (const key of keys) await wrapper.find("[role=grid]").trigger("keydown", { key });
}

test("the_list_is_one_tab_stop_and_says_where_it_is", async () => {
  const wrapper = list();
  expect(wrapper.findAll('[tabindex="0"]')).toHaveLength(1);
  await wrapper.find("[role=grid]").trigger("focus");
  const active = wrapper.find("[role=grid]").attributes("aria-activedescendant");
  expect(document.getElementById(active ?? "")?.textContent).toBe("第 1 位");
});

test("arrows_home_and_end_move_and_stop_at_the_ends", async () => {
  const wrapper = list();
  await press(wrapper, "ArrowDown", "ArrowDown");
  expect(chosen(wrapper)).toBe("第 2 位");
  await press(wrapper, "PageDown");
  expect(chosen(wrapper)).toBe("第 12 位");
  await press(wrapper, "End", "ArrowDown");
  expect(chosen(wrapper)).toBe("第 30 位");
  await press(wrapper, "Home", "ArrowUp");
  expect(chosen(wrapper)).toBe("第 1 位");
});

test("enter_and_double_click_open_the_row", async () => {
  const wrapper = list();
  await press(wrapper, "End", "Enter");
  await wrapper.findAll("[role=row]").at(2)?.trigger("dblclick");
  expect(wrapper.emitted("open")?.map(([row]) => (row as Row).id)).toEqual([30, 2]);
});

test("when_the_selected_row_is_gone_its_neighbour_takes_over", async () => {
  const wrapper = list();
  await press(wrapper, "ArrowDown", "ArrowDown", "ArrowDown");
  await wrapper.setProps({ rows: rows.filter((row) => row.id !== 3) } as never);
  await nextTick();
  expect(chosen(wrapper)).toBe("第 4 位");
});

test("loading_empty_broken_and_too_many_each_say_so", async () => {
  expect(list({ rows: undefined }).find("[role=status]").attributes("aria-label")).toBe("正在读取");
  expect(list({ rows: [], emptyTodo: "按 F2 登记" }).text()).toContain("按 F2 登记");
  const broken = list({ rows: undefined, read: read(true) });
  expect(broken.find("[role=alert]").text()).toContain("没有丢失");
  await broken.find("button").trigger("click");
  expect(again).toHaveBeenCalledOnce();
  expect(list({ total: 1024 }).find("[role=status]").text()).toContain("只显示前 30 条");
});
