// What is sent to open a backup, and where a refusal is said.
import { expect, it } from "vitest";
import { askMore, atField, inputOf, missing, noSecret } from "@/features/house/backups/secret";
import type { BackupView, Problem } from "@/ipc";
import { sizeWords } from "@/lib/size";

const backup: BackupView = {
  name: "shouwen-1.backup",
  place: "own",
  at: 0,
  institution: "",
  training: false,
  journal: 1,
  visitors: 0,
  bookings: 0,
  size: 1,
};
const refusal = (code: Problem["code"]): Problem => ({ code, params: {}, field: null });

it("sends one kind of secret only, and none when nobody asks", () => {
  const form = Object.assign(noSecret(), {
    code: "ａｂ-1",
    no: " 1001 ",
    password: "x",
    reason: " 换电脑 ",
  });
  expect(inputOf(backup, form, false)).toEqual({
    name: backup.name,
    place: "own",
    reason: "换电脑",
  });
  expect(inputOf(backup, form, true)).toEqual({
    name: backup.name,
    place: "own",
    reason: "换电脑",
    code: "ab-1",
  });
  form.way = "password";
  expect(inputOf(backup, form, true)).toEqual({
    name: backup.name,
    place: "own",
    reason: "换电脑",
    no: "1001",
    password: "x",
  });
});

it("names the first thing that is missing", () => {
  const form = noSecret();
  expect(missing(form, true)?.field).toBe("code");
  form.way = "password";
  expect(missing(form, true)?.field).toBe("no");
  expect(missing(form, false)?.field).toBe("reason");
  expect(missing(Object.assign(form, { reason: "x" }), false)).toBeNull();
});

it("asks for more only where the desk does, and sends it beside the first", () => {
  const form = Object.assign(noSecret(), {
    way: "password",
    no: "1001",
    password: "x",
    reason: "y",
  });
  expect(askMore(form, "sign_in_failed")).toBe(false);
  expect(inputOf(backup, form, true)).not.toHaveProperty("backup");
  expect(askMore(form, "restore_backup_secret_needed")).toBe(true);
  expect(askMore(form, "restore_backup_secret_needed")).toBe(false);
  Object.assign(form.then ?? {}, { code: "ａｂ-1" });
  expect(inputOf(backup, form, true)).toMatchObject({ no: "1001", backup: { code: "ab-1" } });
  expect(askMore(form, "restore_takes_place")).toBe(true);
  expect(inputOf(backup, form, true)).not.toHaveProperty("takesPlace");
  form.takesPlace = true;
  expect(inputOf(backup, form, true)).toMatchObject({ takesPlace: true });
});

it("says a wrong secret where it was typed", () => {
  const form = noSecret();
  expect(atField(refusal("sign_in_failed"), form)).toMatchObject({
    code: "recovery_wrong",
    field: "code",
  });
  form.way = "password";
  expect(atField(refusal("sign_in_failed"), form)).toMatchObject({
    code: "sign_in_failed",
    field: "password",
  });
  expect(atField(refusal("restore_no_administrator"), form).field).toBe("no");
  expect(atField(refusal("backup_refused"), form).field).toBeNull();
});

it("says sizes in the largest unit that reads well", () => {
  expect([0, 999, 1_000, 12_345_678, 250_000_000, 3_000_000_000].map(sizeWords)).toEqual([
    "0 B",
    "999 B",
    "1.0 KB",
    "12.3 MB",
    "250 MB",
    "3.0 GB",
  ]);
});
