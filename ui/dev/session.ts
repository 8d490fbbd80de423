// Who sits at the made-up desk, and in which state it is, by the address.
import type { AlarmKind, SessionState } from "../src/ipc";
import { firstNumber } from "./rows";

export const query = new URLSearchParams(location.search);
export const state: SessionState = {
  phase: (query.get("phase") ?? "open") as SessionState["phase"],
  institution: "仁和健康体检中心",
  training: query.has("training"),
  staff: null,
  lockedFor: null,
  rights: ["receive", "serve", "reveal", "administer", "ledger", "journal", "handle_requests"],
  idleSeconds: 300,
  version: "0.1.0",
  journal: firstNumber,
  alarm: query.has("alarm")
    ? { kind: query.get("alarm") as AlarmKind, operations: 3, last: 17 }
    : null,
  backup: {
    lastAt: Date.now() - 1_200_000,
    copyOverdue: query.has("overdue"),
    failure: query.get("failure"),
  },
  lastRestore: query.has("restored")
    ? {
        refused: query.get("restored") || null,
        at: Date.now() - 86_400_000,
        journal: 17,
        visitors: 412,
        bookings: 96,
        aside: "before-restore-20261122-101500",
      }
    : null,
  spaceShort: query.has("full"),
  restored: query.has("since")
    ? { seq: 18, at: Date.now() - 3_600_000, byNo: "", reason: "换了电脑", over: "unproven" }
    : null,
  clock: query.has("clock") ? { way: "behind", minutes: Number(query.get("clock")) } : null,
};
export const open = (): SessionState =>
  Object.assign(state, {
    phase: "open",
    staff: {
      id: 1,
      no: "1001",
      name: "李敏",
      role: "administrator",
      mustChange: query.has("change"),
    },
    journal: firstNumber,
  });
if (state.phase === "open") open();
if (state.phase === "alarm") Object.assign(open(), { phase: "alarm" });
if (state.phase === "empty") state.institution = null;
