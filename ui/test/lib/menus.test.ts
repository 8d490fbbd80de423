import { beforeAll, beforeEach, expect, test } from "vitest";
import { refuseMenusAndDrops } from "@/lib/menus";

beforeAll(() => refuseMenusAndDrops(document));
beforeEach(() => {
  document.body.innerHTML = `
    <p id="words">李静</p><img id="picture" alt="" /><a id="link" href="#/board">x</a>
    <input id="name" /><textarea id="note"></textarea>
    <input id="secret" type="password" /><input id="shut" disabled /><input id="read" readonly />`;
});

function refused(id: string, name: string, types?: string[]): boolean {
  const event = new Event(name, { bubbles: true, cancelable: true });
  if (types) Object.assign(event, { dataTransfer: { types, dropEffect: "copy" } });
  document.getElementById(id)?.dispatchEvent(event);
  return event.defaultPrevented;
}

test("the webview's menu comes in fields that are written in, and nowhere else", () => {
  for (const id of ["words", "picture", "link", "secret", "shut", "read"])
    expect([id, refused(id, "contextmenu")]).toEqual([id, true]);
  for (const id of ["name", "note"]) expect([id, refused(id, "contextmenu")]).toEqual([id, false]);
});

test("a file that is dropped goes nowhere, and words only into a field", () => {
  for (const moment of ["dragenter", "dragover", "drop"]) {
    for (const id of ["words", "picture", "name", "note"])
      expect([id, refused(id, moment, ["Files", "text/uri-list"])]).toEqual([id, true]);
    expect(refused("words", moment, ["text/uri-list"])).toBe(true);
    expect(refused("secret", moment, ["text/plain"])).toBe(true);
    expect(refused("name", moment, ["text/plain"])).toBe(false);
  }
});

test("what does not say what it carries is taken for a file", () => {
  expect(refused("name", "drop")).toBe(true);
});
