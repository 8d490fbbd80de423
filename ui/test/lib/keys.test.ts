import { afterEach, expect, test, vi } from "vitest";
import { comboOf } from "@/lib/combo";
import { addScope, pressed, scopesInForce } from "@/lib/keys";

const down = (key: string, more: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent("keydown", { key, cancelable: true, ...more });
const drops: Array<() => void> = [];
const scope = (
  keys: string,
  run: () => void,
  more: { modal?: boolean; always?: boolean } = {},
): void => {
  drops.push(addScope({ title: () => keys, keys: [{ keys, words: () => keys, run }], ...more }));
};
afterEach(() => drops.splice(0).forEach((drop) => drop()));

test("combinations_have_one_name", () => {
  expect(comboOf(down("k", { ctrlKey: true }))).toBe("Ctrl+K");
  expect(comboOf(down("k", { metaKey: true }))).toBe("Ctrl+K");
  expect(comboOf(down("¡", { altKey: true, code: "Digit1" }))).toBe("Alt+1");
  expect(comboOf(down("?", { shiftKey: true }))).toBe("?");
  expect(comboOf(down("？", { shiftKey: true }))).toBe("?");
  expect(comboOf(down("F2", { shiftKey: true }))).toBe("Shift+F2");
  expect(comboOf(down("Shift", { shiftKey: true }))).toBe("");
});

test("an_input_method_keeps_its_keys", () => {
  expect(comboOf(down("n", { isComposing: true }))).toBe("");
});

test("the_innermost_meaning_wins", () => {
  const [outer, inner] = [vi.fn(), vi.fn()];
  scope("F2", outer);
  scope("F2", inner);
  expect(pressed(down("F2"))).toBe(true);
  expect(inner).toHaveBeenCalledOnce();
  expect(outer).not.toHaveBeenCalled();
});

test("a_dialog_shuts_out_what_lies_under_it_but_never_the_lock", () => {
  const [page, lock, dialog] = [vi.fn(), vi.fn(), vi.fn()];
  scope("Ctrl+L", lock, { always: true });
  scope("F2", page);
  scope("Escape", dialog, { modal: true });
  pressed(down("F2"));
  pressed(down("l", { ctrlKey: true }));
  pressed(down("Escape"));
  expect(page).not.toHaveBeenCalled();
  expect(lock).toHaveBeenCalledOnce();
  expect(dialog).toHaveBeenCalledOnce();
  expect(scopesInForce()).toHaveLength(2);
});

test("letters_belong_to_the_field_in_which_they_are_typed", () => {
  const run = vi.fn();
  scope("N", run);
  const field = document.body.appendChild(document.createElement("input"));
  const event = down("n", { bubbles: true });
  field.addEventListener("keydown", pressed);
  field.dispatchEvent(event);
  expect(run).not.toHaveBeenCalled();
  pressed(down("n"));
  expect(run).toHaveBeenCalledOnce();
});
