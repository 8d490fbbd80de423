// The wire between the window and the desk. Written by a test of the api crate; do not edit.
export type Role = "receptionist" | "specialist" | "supervisor" | "administrator";
export type Right = string;
export type Phase = "empty" | "confirming" | "locked" | "open";
export interface SignedIn { id: number; no: string; name: string; role: Role }
export interface SessionState {
  phase: Phase; institution: string | null; training: boolean; staff: SignedIn | null; rights: Right[];
  idleSeconds: number; version: string; journal: { seq: number; whole: boolean } | null;
}
export interface OpeningHours { weekday: number; opens: string; closes: string; breakFrom: string | null; breakTo: string | null }
export interface CreateSetup {
  institution: { name: string; address: string; phone: string; hours: OpeningHours[] };
  admin: { no: string; name: string; password: string };
  content: "starter" | "empty"; training: boolean;
}
export interface Ask { code: number; group: number }
export interface RecoveryCodes { codes: [string, string]; ask: Ask[] }
export type Advice = "longer" | "common" | "name" | "date" | "keyboard" | "repeat" | "fine";
export interface Strength { score: number; enough: boolean; seconds: number; advice: Advice }
export interface StaffRow { id: number; no: string; name: string; role: Role; active: boolean; mustChange: boolean; lastSeen: number | null }

export interface Commands {
  "session.state": { input: {}; view: SessionState };
  "session.sign_in": { input: { no: string; password: string }; view: SessionState };
  "session.lock": { input: {}; view: null };
  "session.sign_out": { input: {}; view: null };
  "session.touch": { input: {}; view: null };
  "setup.strength": { input: { password: string; hints: string[] }; view: Strength };
  "setup.create": { input: CreateSetup; view: RecoveryCodes };
  "setup.print_codes": { input: {}; view: { job: string } };
  "setup.confirm": { input: { answers: Array<Ask & { text: string }> }; view: SessionState };
  "setup.renew_codes": { input: {}; view: RecoveryCodes };
  "drafts.save": { input: { key: string; body: string }; view: null };
  "drafts.read": { input: { key: string }; view: { body: string | null; savedAt: number | null } };
  "drafts.clear": { input: { key: string }; view: null };
  "staff.list": { input: {}; view: { rows: StaffRow[] } };
  "staff.add": { input: { no: string; name: string; role: Role; password: string }; view: { id: number } };
  "staff.set_role": { input: { id: number; role: Role; reason: string }; view: null };
  "staff.deactivate": { input: { id: number; reason: string }; view: null };
  "staff.reactivate": { input: { id: number; password: string }; view: null };
  "staff.reset_password": { input: { id: number; password: string }; view: null };
  "staff.change_password": { input: { current: string; next: string }; view: null };
}
export type CommandName = keyof Commands;
export type Subject = "session" | "staff" | "institution" | "visitors" | "encounters" | "tickets" | "catalogue" | "proposals"
  | "bookings" | "feedback" | "ledger" | "journal" | "guidance" | "drafts";
export const SHOWS = {
  "session.state": ["session", "journal"],
  "setup.strength": [],
  "drafts.read": ["drafts"],
  "staff.list": ["staff"],
} as const satisfies Partial<Record<CommandName, readonly Subject[]>>;

export interface Facts {
  empty: {};
  too_long: { max: number; got: number };
  too_short: { min: number; got: number };
  bad_shape: {};
  weak_password: {};
  wrong_password: {};
  wait: { seconds: number };
  taken: {};
  not_found: {};
  not_allowed: {};
  locked: {};
  reason_needed: {};
  last_administrator: {};
  must_change: {};
  wrong_group: {};
  no_printer: {};
  store: {};
  internal: {};
}
export type Code = keyof Facts;
export interface Problem { code: Code; params: Record<string, string | number | boolean | null>; field: string | null }
