import { expect, test } from "vitest";
import { call, Refused, Unexpected } from "@/ipc";
import { sortFault } from "@/ipc/problem";
import { uuidV7 } from "@/ipc/op";
import { desk, refusal } from "../desk";

test("a_refusal_keeps_code_facts_and_field", async () => {
  desk({ "staff.list": () => refusal("too_long", "name", { max: 40, got: 52 }) });
  const thrown = await call("staff.list", {}).catch((fault: unknown) => fault);
  expect(thrown).toBeInstanceOf(Refused);
  expect((thrown as Refused).problem).toEqual({
    code: "too_long",
    field: "name",
    params: { max: 40, got: 52 },
  });
});

test("what_is_no_refusal_is_unexpected_and_names_the_command", () => {
  const fault = sortFault("staff.list", new Error("channel closed"));
  expect(fault).toBeInstanceOf(Unexpected);
  expect(fault.message).toBe("staff.list: channel closed");
});

test("a_broken_desk_is_unexpected_although_it_has_a_code", () => {
  expect(sortFault("staff.add", { code: "store_failed", params: {}, field: null })).toBeInstanceOf(
    Unexpected,
  );
});

test("operation_ids_are_uuid_v7_in_order_of_time", () => {
  const random = new Uint8Array(10).fill(255);
  const id = uuidV7(1_795_000_000_123, random);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(1_795_000_000_123);
  expect(uuidV7(1_795_000_000_124, new Uint8Array(10)) > id).toBe(true);
});
