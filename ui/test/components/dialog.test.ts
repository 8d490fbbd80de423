import { mount } from "@vue/test-utils";
import { expect, test } from "vitest";
import { nextTick, ref } from "vue";
import { ConfirmReason, DialogSheet, ToastStack } from "@/components";
import { pressed } from "@/lib/keys";
import { toast } from "@/lib/toasts";

const escape = (): KeyboardEvent =>
  new KeyboardEvent("keydown", { key: "Escape", cancelable: true });

function opened() {
  document.body.insertAdjacentHTML(
    "afterbegin",
    '<div id="app"><button id="opener">开</button></div>',
  );
  document.getElementById("opener")?.focus();
  return mount(DialogSheet, {
    props: { open: true, title: "添加" },
    slots: { default: '<input id="first"><button id="last">好</button>' },
  });
}

test("a_dialog_is_modal_takes_the_focus_and_gives_it_back", async () => {
  const wrapper = opened();
  await nextTick();
  await nextTick();
  const dialog = document.querySelector("dialog");
  expect(dialog?.matches("[open]")).toBe(true);
  const title = document.getElementById(dialog?.getAttribute("aria-labelledby") ?? "");
  expect(title?.textContent).toBe("添加");
  expect(document.activeElement?.id).toBe("first");
  pressed(escape());
  expect(wrapper.emitted("update:open")?.at(-1)).toEqual([false]);
  await wrapper.setProps({ open: false });
  expect(document.querySelector("dialog")).toBeNull();
  expect(document.activeElement?.id).toBe("opener");
});

test("what_the_platform_wants_to_cancel_is_asked_of_the_dialog", async () => {
  const wrapper = opened();
  await nextTick();
  const cancel = new Event("cancel", { cancelable: true });
  document.querySelector("dialog")?.dispatchEvent(cancel);
  expect(cancel.defaultPrevented).toBe(true);
  expect(wrapper.emitted("update:open")?.at(-1)).toEqual([false]);
  wrapper.unmount();
});

test("notices_stand_in_the_dialog_on_top_where_they_can_be_reached", async () => {
  const stack = mount(ToastStack, { attachTo: document.body });
  toast("已保存。");
  const [lower, upper] = [opened(), opened()];
  await nextTick();
  await nextTick();
  const dialogs = document.querySelectorAll("dialog");
  expect(dialogs[1]?.textContent).toContain("已保存。");
  upper.unmount();
  await nextTick();
  expect(dialogs[0]?.textContent).toContain("已保存。");
  lower.unmount();
  await nextTick();
  expect(document.querySelector("dialog")).toBeNull();
  expect(document.body.textContent).toContain("已保存。");
  stack.unmount();
});

test("a_busy_dialog_is_not_closed_by_escape", async () => {
  const wrapper = opened();
  await wrapper.setProps({ busy: true });
  pressed(escape());
  expect(wrapper.emitted("update:open")).toBeUndefined();
  wrapper.unmount();
});

test("a_reason_is_asked_for_before_anything_happens", async () => {
  const write = { busy: ref(false), problem: ref(null) };
  const wrapper = mount(ConfirmReason, {
    props: { open: true, title: "停用", action: "停用", write },
  });
  await nextTick();
  const form = document.querySelector("form");
  form?.dispatchEvent(new Event("submit", { cancelable: true }));
  await nextTick();
  expect(document.body.textContent).toContain("请写明原因。");
  expect(wrapper.emitted("confirm")).toBeUndefined();
  const input = document.querySelector<HTMLInputElement>("form input");
  if (input) input.value = " 离职 ";
  input?.dispatchEvent(new Event("input", { bubbles: true }));
  await nextTick();
  form?.dispatchEvent(new Event("submit", { cancelable: true }));
  expect(wrapper.emitted("confirm")).toEqual([["离职"]]);
  wrapper.unmount();
});
