// What opens a backup when nobody who is signed in can: a
// recovery code or an administrator's password of that time.
import { reactive } from "vue";
import type { BackupView, Problem, Restore } from "@/ipc";

export interface Secret {
  way: "code" | "password";
  code: string;
  no: string;
  password: string;
  reason: string;
}

export const noSecret = (): Secret =>
  reactive({ way: "code", code: "", no: "", password: "", reason: "" });

const empty = (field: string): Problem => ({ code: "empty", params: {}, field });

/** The first thing that is missing; `asked` when a secret is needed at all. */
export function missing(form: Secret, asked: boolean): Problem | null {
  const needed = asked
    ? form.way === "code"
      ? (["code", "reason"] as const)
      : (["no", "password", "reason"] as const)
    : (["reason"] as const);
  const field = needed.find((name) => form[name].trim() === "");
  return field ? empty(field) : null;
}

export function inputOf(backup: BackupView, form: Secret, asked: boolean): Restore {
  const which = { name: backup.name, place: backup.place, reason: form.reason.trim() };
  if (!asked) return which;
  return form.way === "code"
    ? { ...which, code: form.code.normalize("NFKC") }
    : { ...which, no: form.no.trim(), password: form.password };
}

/** A wrong password or code is said where it was typed. */
export function atField(problem: Problem, form: Secret): Problem {
  if (
    problem.field !== null ||
    !["sign_in_failed", "recovery_wrong", "sign_in_paused", "restore_no_administrator"].includes(
      problem.code,
    )
  )
    return problem;
  if (form.way === "code")
    return {
      ...problem,
      code: problem.code === "sign_in_failed" ? "recovery_wrong" : problem.code,
      field: "code",
    };
  return { ...problem, field: problem.code === "restore_no_administrator" ? "no" : "password" };
}
