import { expect, test } from "vitest";
import {
  adminProblem,
  beginning,
  hoursFault,
  institutionProblem,
  stepOf,
  toInput,
} from "@/app/setup/wizard";

const filled = () => ({
  ...beginning(),
  name: " 仁和 ",
  address: "安立路 60 号",
  phone: "01066661234",
  no: "1001",
  adminName: "李敏",
  password: "一句很长的话",
  again: "一句很长的话",
});

test("the_hours_begin_as_most_desks_have_them", () => {
  const { hours } = toInput(filled()).institution;
  expect(hours.map((day) => day.weekday)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(hours[0]).toEqual({
    weekday: 1,
    opens: "07:30",
    closes: "17:30",
    breakFrom: "12:00",
    breakTo: "13:30",
  });
  expect(hours[5]).toEqual({
    weekday: 6,
    opens: "07:30",
    closes: "12:00",
    breakFrom: null,
    breakTo: null,
  });
  expect(hoursFault(beginning().days)).toBeNull();
});

test("impossible_hours_name_the_day", () => {
  const form = filled();
  const [monday, tuesday] = form.days;
  if (monday && tuesday) Object.assign(tuesday, { closes: "07:00" });
  expect(hoursFault(form.days)).toEqual({ kind: "order", weekday: 2 });
  if (tuesday) Object.assign(tuesday, { closes: "17:30", breakTo: null });
  expect(hoursFault(form.days)).toEqual({ kind: "break", weekday: 2 });
  form.days.forEach((day) => (day.works = false));
  expect(hoursFault(form.days)).toEqual({ kind: "none" });
});

test("what_is_missing_is_named_by_its_field", () => {
  expect(institutionProblem(beginning())?.field).toBe("institution.name");
  expect(institutionProblem(filled())).toBeNull();
  expect(adminProblem({ ...filled(), adminName: " " })?.field).toBe("admin.name");
});

test("a_refusal_leads_to_the_step_that_shows_its_field", () => {
  expect(stepOf("institution.phone")).toBe(0);
  expect(stepOf("admin.no")).toBe(1);
  expect(stepOf(null)).toBe(2);
});
