import { mount } from "@vue/test-utils";
import { expect, test } from "vitest";
import { nextTick } from "vue";
import { ConfirmReason, DialogSheet } from "@/components";
import { pressed } from "@/lib/keys";

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

test("a_dialog_takes_the_focus_keeps_it_and_gives_it_back", async () => {
  const wrapper = opened();
  await nextTick();
  await nextTick();
  expect(document.activeElement?.id).toBe("first");
  expect(document.getElementById("app")?.inert).toBe(true);
  document.getElementById("last")?.focus();
  const tab = new KeyboardEvent("keydown", { key: "Tab", bubbles: true, cancelable: true });
  document.getElementById("last")?.dispatchEvent(tab);
  expect(tab.defaultPrevented).toBe(true);
  pressed(escape());
  expect(wrapper.emitted("update:open")?.at(-1)).toEqual([false]);
  await wrapper.setProps({ open: false });
  await nextTick();
  await nextTick();
  expect(document.activeElement?.id).toBe("opener");
  expect(document.getElementById("app")?.inert).toBe(false);
});

test("a_busy_dialog_is_not_closed_by_escape", async () => {
  const wrapper = opened();
  await wrapper.setProps({ busy: true });
  pressed(escape());
  expect(wrapper.emitted("update:open")).toBeUndefined();
  wrapper.unmount();
});

test("a_reason_is_asked_for_before_anything_happens", async () => {
  const wrapper = mount(ConfirmReason, { props: { open: true, title: "停用", action: "停用" } });
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
