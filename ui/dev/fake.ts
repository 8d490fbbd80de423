// A made-up desk for looking at screens without the shell. Never part of the bundle.
import type { Transport } from "../src/ipc/transport";
import { backups, codes, firstNumber, requestLine, staff } from "./rows";
import { open, query, state } from "./session";

const drafts = new Map<string, string>();
let seq = firstNumber;
type Wire = {
  no: string;
  name: string;
  password: string;
  role: string;
  key: string;
  body: string;
  id: number;
  kinds: string[];
};
type Answerer = (input: Wire) => unknown;
const refuse = (code: string, field: string | null): never => {
  throw { code, params: {}, field };
};
const handed = (id: number): unknown => ({
  staff: staff.find((row) => row.id === id),
  code: "7K2QX-M4T9B",
  validUntil: Date.now() + 86_400_000,
});
const commands: Record<string, Answerer> = {
  "backups.list": () => ({
    rows: query.has("bare") ? [] : backups,
    second: query.has("second")
      ? {
          path: "/media/desk/KINGSTON/首问备份",
          reachable: query.get("second") === "there",
          copiedAt: Date.now() - 90_000_000,
        }
      : null,
  }),
  "backups.progress": () => ({ stage: "copy", percent: 42 }),
  "backups.make": () => backups[0],
  "backups.verify": () => backups[0],
  "backups.choose": () => ({ backup: { ...backups[0], place: "chosen" } }),
  "backups.restore": () => refuse("recovery_typo", "code"),
  "keys.rotate": () => (
    (state.phase = "confirming"),
    {
      codes,
      oneTime: staff.slice(1).map(({ no, name }) => ({ no, name, code: "7K2QX-M4T9B" })),
      validUntil: Date.now() + 86_400_000,
    }
  ),
  "session.state": () => ({ ...state, journal: state.phase === "open" ? seq : null }),
  "session.sign_in": ({ password }) =>
    password.length < 3
      ? refuse("sign_in_failed", null)
      : { ...open(), phase: query.get("phase") === "confirming" ? "confirming" : "open" },
  "session.lock": () => ((state.phase = "locked"), null),
  "session.verify_journal": () => ({
    entries: seq,
    brokenAt: null,
    paper: { seq: seq + 7, outcome: "newer", missing: 7 },
  }),
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
    staff.push({
      id: staff.length + 1,
      no,
      name,
      role: role as never,
      active: true,
      mustChange: true,
      codeUntil: Date.now() + 86_400_000,
      lastSeen: null,
    });
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
  "institution.read": () => ({
    name: "仁和健康体检中心",
    address: "安立路 60 号",
    phone: "010-66661234",
    idleSeconds: 300,
    hours: [],
    specialDays: [
      {
        day: "2026-10-01",
        kind: "closed",
        name: "",
        hoursOf: null,
        festival: "national",
        document: "国办发明电〔2025〕7号",
        byNo: null,
      },
    ],
    missingYears: [2027],
  }),
  "keys.renew_codes": () => ((state.phase = "confirming"), codes),
  "retention.rules": () => ({
    longest: 18250,
    rows: [
      "drafts",
      "operations",
      "feedback",
      "bookings",
      "proposals",
      "tickets",
      "encounters",
      "requests",
      "visitors",
      "journal",
    ].map((kind, i) => ({
      kind,
      days: kind === "journal" ? 1095 : [30, 30, 1095, 1095, 365, 180, 1095, 1095, 1095][i],
      usual: 1095,
      least: kind === "journal" ? 180 : 30,
      source: kind === "journal" ? "cyber_23" : "civil_188",
      cutoff: "2023-11-24",
      destroyed: kind !== "journal",
      changedAt: null,
      changedBy: "",
      reason: "",
    })),
  }),
  "retention.preview": ({ kinds }) => ({
    rows: kinds.map((kind, i) => ({
      kind,
      cutoff: "2023-11-24",
      count: i * 37,
      oldest: i ? "2021-02-03" : null,
      newest: i ? "2023-11-23" : null,
      held:
        i % 3
          ? []
          : [
              { why: "open_promise", count: 2 },
              { why: "part_kept", count: 14 },
            ],
    })),
  }),
  "retention.records": () => ({
    rows: [
      {
        id: 1,
        no: "D20261123-001",
        at: Date.now() - 9e6,
        by: "1001",
        reason: "年度到期清理",
        total: 412,
        kinds: ["feedback", "bookings", "encounters"].map((kind) => ({
          kind,
          days: 1095,
          cutoff: "2023-11-24",
          count: 137,
          oldest: "2021-02-03",
          newest: "2023-11-23",
        })),
      },
    ],
  }),
  "requests.list": () => ({
    rows: [1, 2, 3, 4].map(requestLine),
    open: 3,
    late: 1,
    workingDays: 15,
  }),
  "requests.read": ({ id }) => ({
    line: requestLine(id),
    words: "以前登记的电话和住址请删掉，别再打给我。",
    verified: "document",
    verifiedNote: "身份证",
    answer: id === 4 ? "您的信息已删除，只留下不含姓名的统计。" : "",
    personal: true,
    health: true,
    hold: id === 3 ? "legal" : null,
    holdReason: id === 3 ? "纠纷取证" : "",
    steps: [
      { step: "recorded", at: Date.now() - 9e6, by: "1002", detail: "delete" },
      { step: "seen", at: Date.now() - 8e6, by: "3001", detail: "" },
    ],
  }),
  "requests.plan": ({ id }) => ({
    open:
      id === 1
        ? [
            { why: "open_promise", count: 1 },
            { why: "open_booking", count: 2 },
          ]
        : [],
    gone: [
      { part: "identity", count: 1 },
      { part: "encounters", count: 12 },
      { part: "consultations", count: 9 },
      { part: "bookings", count: 4 },
      { part: "feedback", count: 1 },
    ],
    kept: ["journal", "counts", "consents", "requests", "disclosures", "backups"],
  }),
  "requests.see": () => ({
    groups: [
      {
        part: "identity",
        items: [
          {
            at: null,
            no: "",
            facts: [
              { field: "name", value: "张桂兰", code: false },
              { field: "phone", value: "13812345678", code: false },
              { field: "id_kind", value: "resident", code: true },
              { field: "address", value: "朝阳区安立路 60 号院 3 号楼 2 单元 501", code: false },
            ],
          },
        ],
      },
      {
        part: "encounters",
        items: [1, 2, 3].map((n) => ({
          at: Date.now() - n * 9e7,
          no: `20261120-004${n}`,
          facts: [
            { field: "channel", value: "walk_in", code: true },
            { field: "matter", value: "替老伴一起安排体检，关心心脑血管和骨密度", code: false },
            { field: "outcome", value: "booked", code: true },
            { field: "staff", value: "1002", code: false },
          ],
        })),
      },
      {
        part: "looks",
        items: [1, 2].map((n) => ({
          at: Date.now() - n * 9e6,
          no: "",
          facts: [
            { field: "action", value: "visitors.reveal", code: true },
            { field: "detail", value: "phone", code: false },
            { field: "staff", value: "1003", code: false },
          ],
        })),
      },
    ],
  }),
  "visitors.read": ({ id }) => ({
    id,
    name: "张桂兰",
    phone: "138****5678",
    standing: "open",
    consents: [],
    groups: [],
    conditions: [],
    allergies: [],
  }),
  "visitors.find": () => ({
    rows: [
      {
        id: 1,
        name: "张*兰",
        phone: "138****5678",
        sex: null,
        age: null,
        groups: [],
        why: null,
        seenAt: Date.now(),
        standing: "open",
      },
      {
        id: 42,
        name: "",
        phone: "",
        sex: null,
        age: null,
        groups: [],
        why: null,
        seenAt: Date.now(),
        standing: "restricted",
      },
    ],
    more: false,
  }),
  "staff.change_password": () => (
    (state.staff = state.staff && { ...state.staff, mustChange: false }),
    {}
  ),
  "staff.deactivate": ({ id }) => (
    staff.forEach((row) => row.id === id && (row.active = false)),
    null
  ),
};

export const fake: Transport = {
  async call(command, input, opId) {
    await new Promise((done) => setTimeout(done, Number(query.get("slow") ?? 15)));
    const answer = commands[command];
    if (!answer) throw new Error(`no such command: ${command}`);
    const value = answer(input as never);
    if (opId) seq += 1;
    return {
      value,
      touched: opId ? (command.startsWith("staff") ? ["staff", "journal"] : ["journal"]) : [],
      at: Date.now(),
    };
  },
  onLocked: (run) => addEventListener("fake-locked", run),
};
