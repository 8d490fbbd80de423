// Where the keyboard begins on what has just appeared.
import { expect, test } from "vitest";
import { focusFirst } from "@/lib/focus";

test("a_group_of_choices_is_entered_at_the_one_that_is_chosen", () => {
  document.body.innerHTML =
    '<form><input type="radio" name="a" value="1"><input type="radio" name="a" value="2" checked>' +
    '<input type="radio" name="b" value="3" checked></form>';
  const form = document.querySelector("form") as HTMLElement;
  focusFirst(form);
  expect((document.activeElement as HTMLInputElement).value).toBe("2");
});

test("where_nothing_is_chosen_the_first_choice_is_entered", () => {
  document.body.innerHTML =
    '<form><input type="radio" name="a" value="1"><input type="radio" name="b" value="2" checked></form>';
  focusFirst(document.querySelector("form") as HTMLElement);
  expect((document.activeElement as HTMLInputElement).value).toBe("1");
});
