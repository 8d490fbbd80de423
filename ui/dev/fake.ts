// A made-up desk for looking at screens without the shell. Never part of the bundle.
import type { Transport } from "../src/ipc/transport";
import type { AlarmKind, BackupView, SessionState, StaffView } from "../src/ipc";

const query = new URLSearchParams(location.search);
const staff: StaffView[] = [
  { id: 1, no: "1001", name: "李敏", role: "administrator", active: true, mustChange: false, codeUntil: null, lastSeen: Date.now() - 60_000 },
  { id: 2, no: "1002", name: "王建国", role: "receptionist", active: true, mustChange: false, codeUntil: null, lastSeen: Date.now() - 7_200_000 },
  { id: 3, no: "1003", name: "欧阳娜", role: "receptionist", active: true, mustChange: true, codeUntil: null, lastSeen: null },
  { id: 4, no: "2001", name: "尉迟宏", role: "specialist", active: true, mustChange: false, codeUntil: null, lastSeen: Date.now() - 90_000_000 },
  { id: 5, no: "3001", name: "买买提·艾力", role: "supervisor", active: false, mustChange: false, codeUntil: null, lastSeen: Date.now() - 9_000_000_000 },
];
const drafts = new Map<string, string>();
let seq = 48213;
const state: SessionState = {
  phase: (query.get("phase") ?? "open") as SessionState["phase"], institution: "仁和健康体检中心", training: query.has("training"), staff: null, lockedFor: null,
  rights: ["receive", "serve", "reveal", "administer", "ledger", "journal"], idleSeconds: 300, version: "0.1.0", journal: seq,
  alarm: query.has("alarm") ? { kind: query.get("alarm") as AlarmKind, operations: 3, last: 17 } : null,
  backup: { lastAt: Date.now() - 1_200_000, copyOverdue: query.has("overdue"), failure: query.get("failure") },
  lastRestore: query.has("restored") ? { refused: query.get("restored") || null, at: Date.now() - 86_400_000, journal: 17, visitors: 412, bookings: 96, aside: "before-restore-20261122-101500" } : null,
  clock: query.has("clock") ? { way: "behind", minutes: Number(query.get("clock")) } : null,
};
const open = (): SessionState => Object.assign(state, { phase: "open", staff: { id: 1, no: "1001", name: "李敏", role: "administrator", mustChange: query.has("change") }, journal: seq });
if (state.phase === "open") open();
if (state.phase === "alarm") Object.assign(open(), { phase: "alarm" });
if (state.phase === "empty") state.institution = null;
const codes = { codes: ["7K2QX-M4T9B-R8WZ3-H5CNA-2P6VD-J9EFG-Q1S0Y", "3B8NR-Z6KXW-5TQ2C-D7MHP-V9A4E-G1FJS-Y0R8T"], ask: [{ code: 0, group: 2 }, { code: 0, group: 5 }, { code: 1, group: 1 }, { code: 1, group: 6 }] };

type Wire = { no: string; name: string; password: string; role: string; key: string; body: string; id: number };
type Answerer = (input: Wire) => unknown;
const refuse = (code: string, field: string | null): never => {
  throw { code, params: {}, field };
};
const handed = (id: number): unknown => ({ staff: staff.find((row) => row.id === id), code: "7K2QX-M4T9B", validUntil: Date.now() + 86_400_000 });
const backups = ([[1_200_000, "own"], [90_000_000, "own"], [176_000_000, "own"], [90_000_000, "second"]] as const).map(([ago, place], i): BackupView => ({
  name: `shouwen-2026112${i}-101500-4821${i}.backup`, place, at: Date.now() - ago, institution: "仁和健康体检中心", training: false, journal: seq - 40 - i * 300, visitors: 412 - i * 20, bookings: 96, size: 12_345_678,
}));
const commands: Record<string, Answerer> = {
  "backups.list": () => ({ rows: query.has("bare") ? [] : backups, second: query.has("second") ? { path: "/media/desk/KINGSTON/首问备份", reachable: query.get("second") === "there", copiedAt: Date.now() - 90_000_000 } : null }),
  "backups.progress": () => ({ stage: "copy", percent: 42 }),
  "backups.make": () => backups[0],
  "backups.verify": () => backups[0],
  "backups.choose": () => ({ backup: { ...backups[0], place: "chosen" } }),
  "backups.restore": () => refuse("recovery_typo", "code"),
  "keys.rotate": () => ((state.phase = "confirming"), { codes, oneTime: staff.slice(1).map(({ no, name }) => ({ no, name, code: "7K2QX-M4T9B" })), validUntil: Date.now() + 86_400_000 }),
  "session.state": () => ({ ...state, journal: state.phase === "open" ? seq : null }),
  "session.sign_in": ({ password }) => (password.length < 3 ? refuse("sign_in_failed", null) : { ...open(), phase: query.get("phase") === "confirming" ? "confirming" : "open" }),
  "session.lock": () => ((state.phase = "locked"), null),
  "session.verify_journal": () => ({ entries: seq, brokenAt: null, paper: { seq: seq + 7, outcome: "newer", missing: 7 } }),
  "session.touch": () => ({}),
  "setup.strength": ({ password }) => {
    const score = Math.min(4, Math.floor(password.length / 4));
    return { score, enough: score >= 3, advice: score >= 3 ? "fine" : "longer" };
  },
  "setup.create": () => codes,
  "setup.renew_codes": () => codes,
  "setup.print_codes": () => ({ job: "1" }),
  "setup.confirm": () => ({ ...open(), institution: "仁和健康体检中心" }),
  "drafts.save": ({ key, body }) => (drafts.set(key, body), null),
  "drafts.read": ({ key }) => ({ body: drafts.get(key) ?? null, savedAt: null }),
  "drafts.clear": ({ key }) => (drafts.delete(key), null),
  "staff.list": () => ({ rows: staff.map((row) => ({ ...row })) }),
  "staff.add": ({ no, name, role }) => {
    if (!no) refuse("empty", "no");
    if (staff.some((row) => row.no === no)) refuse("staff_no_taken", "no");
    staff.push({ id: staff.length + 1, no, name, role: role as never, active: true, mustChange: true, codeUntil: Date.now() + 86_400_000, lastSeen: null });
    return handed(staff.length);
  },
  "staff.reset_password": ({ id }) => handed(id),
  "staff.reactivate": ({ id }) => handed(id),
  "staff.print_code": () => ({ job: "1" }),
  "session.recover": () => {
    throw { code: "recovery_typo", params: { group: 3 }, field: "code" };
  },
  "journal.list": () => ({ rows: [], more: false }),
  "journal.objects": () => ({ rows: [] }),
  "staff.names": () => ({ rows: [] }),
  "institution.read": () => ({ name: "仁和健康体检中心", address: "安立路 60 号", phone: "010-66661234", idleSeconds: 300, hours: [], specialDays: [{ day: "2026-10-01", kind: "closed", name: "国庆节" }] }),
  "keys.renew_codes": () => ((state.phase = "confirming"), codes),
  "staff.change_password": () => ((state.staff = state.staff && { ...state.staff, mustChange: false }), {}),
  "staff.deactivate": ({ id }) => (staff.forEach((row) => row.id === id && (row.active = false)), null),
};

export const fake: Transport = {
  async call(command, input, opId) {
    await new Promise((done) => setTimeout(done, Number(query.get("slow") ?? 15)));
    const answer = commands[command];
    if (!answer) throw new Error(`no such command: ${command}`);
    const value = answer(input as never);
    if (opId) seq += 1;
    return { value, touched: opId ? (command.startsWith("staff") ? ["staff", "journal"] : ["journal"]) : [] };
  },
  onLocked: (run) => addEventListener("fake-locked", run),
};
