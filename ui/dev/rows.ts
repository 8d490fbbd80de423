// Who and what is at the made-up desk.
import type { BackupView, StaffView } from "../src/ipc";

/** The journal's number when the page is opened. */
export const firstNumber = 48213;
export const staff: StaffView[] = [
  {
    id: 1,
    no: "1001",
    name: "李敏",
    role: "administrator",
    active: true,
    mustChange: false,
    codeUntil: null,
    lastSeen: Date.now() - 60_000,
  },
  {
    id: 2,
    no: "1002",
    name: "王建国",
    role: "receptionist",
    active: true,
    mustChange: false,
    codeUntil: null,
    lastSeen: Date.now() - 7_200_000,
  },
  {
    id: 3,
    no: "1003",
    name: "欧阳娜",
    role: "receptionist",
    active: true,
    mustChange: true,
    codeUntil: null,
    lastSeen: null,
  },
  {
    id: 4,
    no: "2001",
    name: "尉迟宏",
    role: "specialist",
    active: true,
    mustChange: false,
    codeUntil: null,
    lastSeen: Date.now() - 90_000_000,
  },
  {
    id: 5,
    no: "3001",
    name: "买买提·艾力",
    role: "supervisor",
    active: false,
    mustChange: false,
    codeUntil: null,
    lastSeen: Date.now() - 9_000_000_000,
  },
];
export const codes = {
  codes: ["7K2QX-M4T9B-R8WZ3-H5CNA-2P6VD-J9EFG-Q1S0Y", "3B8NR-Z6KXW-5TQ2C-D7MHP-V9A4E-G1FJS-Y0R8T"],
  ask: [
    { code: 0, group: 2 },
    { code: 0, group: 5 },
    { code: 1, group: 1 },
    { code: 1, group: 6 },
  ],
};

export const backups = (
  [
    [1_200_000, "own"],
    [90_000_000, "own"],
    [176_000_000, "own"],
    [90_000_000, "second"],
  ] as const
).map(([ago, place], i): BackupView => ({
  name: `shouwen-2026112${i}-101500-4821${i}.backup`,
  place,
  at: Date.now() - ago,
  institution: "仁和健康体检中心",
  training: false,
  journal: firstNumber - 40 - i * 300,
  visitors: 412 - i * 20,
  bookings: 96,
  size: 12_345_678,
}));
export const requestLine = (id: number) => ({
  id,
  no: `Q20261123-00${id}`,
  visitorId: 40 + id,
  standing: id === 3 ? "restricted" : id === 4 ? "erased" : "open",
  name: id > 2 ? "" : "张*兰",
  wish: ["delete", "copy", "restrict", "delete"][id - 1],
  receivedAt: Date.now() - 9e6,
  receivedBy: "1002",
  dueOn: "2026-12-10",
  daysLeft: id === 1 ? -2 : 12,
  late: id === 1,
  outcome: id === 4 ? "done" : null,
  closedAt: id === 4 ? Date.now() - 5e6 : null,
});
