import { expect, test } from "vitest";
import { fault, useRead, useWrite } from "@/ipc";
import { desk, refusal } from "../desk";
import { host, settle } from "./host";

const input = { id: 7, reason: "离职" };

test("a_write_resolves_after_what_shows_it_was_refreshed", async () => {
  let rows = 1;
  desk({
    "staff.list": () => ({ value: { rows: Array.from({ length: rows }) } }),
    "staff.deactivate": () => ((rows = 2), { touched: ["staff", "journal"] }),
  });
  const { result } = host(() => ({
    list: useRead("staff.list", {}),
    stop: useWrite("staff.deactivate"),
  }));
  await settle();
  expect(result.list.data.value?.rows).toHaveLength(1);
  expect((await result.stop.send(input)).ok).toBe(true);
  expect(result.list.data.value?.rows).toHaveLength(2);
});

test("what_was_not_touched_is_not_asked_again", async () => {
  const { asked } = desk({
    "staff.list": () => ({ value: { rows: [] } }),
    "staff.deactivate": () => ({ touched: ["visitors"] }),
  });
  const { result } = host(() => ({
    list: useRead("staff.list", {}),
    stop: useWrite("staff.deactivate"),
  }));
  await settle();
  await result.stop.send(input);
  expect(asked.filter((call) => call.command === "staff.list")).toHaveLength(1);
});

test("a_second_click_joins_the_first", async () => {
  const { asked } = desk({ "staff.deactivate": () => ({}) });
  const { result } = host(() => useWrite("staff.deactivate"));
  const [first, second] = await Promise.all([result.send(input), result.send(input)]);
  expect(first).toEqual(second);
  expect(asked).toHaveLength(1);
});

test("a_retry_after_an_unknown_outcome_is_the_same_operation", async () => {
  let broken = true;
  const { asked } = desk({
    "staff.deactivate": () => {
      if (broken) throw new Error("gone");
      return {};
    },
  });
  const { result } = host(() => useWrite("staff.deactivate"));
  expect(await result.send(input)).toEqual({ ok: false, problem: null });
  expect(fault.value?.command).toBe("staff.deactivate");
  broken = false;
  await result.send(input);
  await result.send(input);
  const ids = asked.map((call) => call.opId);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[1]);
});

test("other_input_is_another_operation", async () => {
  const { asked } = desk({ "staff.deactivate": () => refusal("reason_needed", "reason") });
  const { result } = host(() => useWrite("staff.deactivate"));
  await result.send(input);
  expect(result.problem.value?.field).toBe("reason");
  await result.send({ ...input, reason: "调岗" });
  expect(asked[0]?.opId).not.toBe(asked[1]?.opId);
});

test("reads_carry_no_operation", async () => {
  const { asked } = desk({ "staff.list": () => ({ value: { rows: [] } }) });
  host(() => useRead("staff.list", {}));
  await settle();
  expect(asked[0]).toEqual({ command: "staff.list", input: {}, opId: null });
});
