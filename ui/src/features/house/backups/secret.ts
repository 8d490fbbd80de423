// What opens a backup when nobody who is signed in can: a
// recovery code or an administrator's password of that time.
import { reactive } from "vue";
import type { BackupSecret, BackupView, Problem, Restore } from "@/ipc";

export interface Secret {
  way: "code" | "password";
  code: string;
  no: string;
  password: string;
}

/** What restoring asks for. */
export interface RestoreForm extends Secret {
  reason: string;
  /** What opens the backup where the desk's own secret does not; `null`: not asked. */
  then: Secret | null;
  /** That the backup takes the place of a desk whose keys are lost; `null`: not asked. */
  takesPlace: boolean | null;
}

const blank = (): Secret => ({ way: "code", code: "", no: "", password: "" });

export const noSecret = (): RestoreForm =>
  reactive({ ...blank(), reason: "", then: null, takesPlace: null });

/** What a refusal asks for in addition; whether it did. */
export function askMore(form: RestoreForm, code: string | undefined): boolean {
  if (code === "restore_backup_secret_needed" && !form.then) form.then = blank();
  else if (code === "restore_takes_place" && form.takesPlace === null) form.takesPlace = false;
  else return false;
  return true;
}

const empty = (field: string): Problem => ({ code: "empty", params: {}, field });

/** The first thing that is missing; `asked` when a secret is needed at all. */
export function missing(form: RestoreForm, asked: boolean): Problem | null {
  const needed = asked
    ? form.way === "code"
      ? (["code", "reason"] as const)
      : (["no", "password", "reason"] as const)
    : (["reason"] as const);
  const field = needed.find((name) => form[name].trim() === "");
  return field ? empty(field) : null;
}

export function inputOf(backup: BackupView, form: RestoreForm, asked: boolean): Restore {
  const which = { name: backup.name, place: backup.place, reason: form.reason.trim() };
  if (!asked) return which;
  return {
    ...which,
    ...proofOf(form),
    ...(form.then && { backup: proofOf(form.then) }),
    ...(form.takesPlace && { takesPlace: true }),
  };
}

function proofOf(secret: Secret): BackupSecret {
  return secret.way === "code"
    ? { code: secret.code.normalize("NFKC") }
    : { no: secret.no.trim(), password: secret.password };
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
