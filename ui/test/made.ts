// A visitor, an encounter, a booking, a proposal and free times
// as the desk would answer them; `more` says what differs.
import type { BookingLine, EncounterView, FreeSlots, ProposalView, VisitorView } from "@/ipc";

export const visitor = (more: Partial<VisitorView> = {}): VisitorView => ({
  id: 40,
  name: "张桂兰",
  phone: "138****5678",
  noPhone: null,
  phone2: "",
  idKind: "resident",
  idNumber: "",
  sex: "female",
  bornOn: null,
  ages: { least: 68, most: 68 },
  address: "",
  note: "",
  groups: [],
  conditions: [],
  allergies: [],
  consent: true,
  askAgain: false,
  basis: "consent",
  healthConsent: true,
  consents: [],
  registeredAt: 0,
  seenAt: 0,
  standing: "open",
  ...more,
});

export const encounter = (more: Partial<EncounterView> = {}): EncounterView => ({
  id: 7,
  no: "20261123-007",
  day: "2026-11-23",
  channel: "walk_in",
  visitor: visitor(),
  onBehalf: "",
  matter: "",
  categoryId: null,
  urgency: "routine",
  complexity: "on_the_spot",
  readBackAt: null,
  handoff: "",
  firstAsked: "1001 李敏",
  startedAt: 0,
  outcome: null,
  outcomeNote: "",
  endedAt: null,
  rating: null,
  escortAskedAt: null,
  escortDoneAt: null,
  consultations: [],
  promises: [],
  ...more,
});

export const booking = (more: Partial<BookingLine> = {}): BookingLine => ({
  id: 5,
  voucherId: 50,
  voucherNo: "2026112400013",
  visitorId: 40,
  name: "张*兰",
  phone: "138****5678",
  day: "2026-11-24",
  start: "08:10",
  end: "08:40",
  arriveBy: "08:00",
  titleZh: "骨密度",
  titleEn: "",
  services: 1,
  needs: false,
  state: "booked",
  stands: true,
  reason: "",
  stateAt: 0,
  checkedInAt: null,
  printed: false,
  ...more,
});

export const proposal = (id: number, more: Partial<ProposalView> = {}): ProposalView => ({
  id,
  assessmentId: 1,
  package: null,
  price: 16_000,
  minutes: 30,
  fasting: false,
  madeAt: 0,
  choice: null,
  reason: "",
  items: [
    {
      serviceId: id,
      name: { zh: `项目${id}`, en: "" },
      inPackage: false,
      price: 16_000,
      minutes: 30,
      fasting: false,
      bookable: true,
    },
  ],
  points: [],
  ...more,
});

const bone = { id: 11, nameZh: "骨密度", nameEn: "Bone density" };
const stop = (start: string) => ({ scheduleId: 3, serviceIds: [11], start, end: start });
/** One closed day, then one whose first time is full. */
export const slots: FreeSlots = {
  today: "2026-11-23",
  services: [{ ...bone, price: 16_000, leadHours: 0, fasting: false }],
  untimedIds: [9],
  unplacedIds: [],
  misfits: [],
  reach: null,
  places: [{ id: 3, nameZh: "骨密度室", nameEn: "", placeZh: "二楼", placeEn: "" }],
  days: [
    { day: "2026-11-23", shut: "house", offers: [] },
    {
      day: "2026-11-24",
      shut: null,
      offers: [
        { start: "08:00", end: "08:10", left: 0, capacity: 2, bar: "full", stops: [stop("08:00")] },
        { start: "08:10", end: "08:20", left: 2, capacity: 2, bar: null, stops: [stop("08:10")] },
      ],
    },
  ],
};
