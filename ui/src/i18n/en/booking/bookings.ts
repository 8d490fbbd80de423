// Bookings and their vouchers.
import type { Words } from "../../shape";
import type zh from "../../zh/booking/bookings";
import { dayWords, timeOf } from "@/lib/dates";
import { yuan } from "@/lib/money";
import type { Problems } from "../../problems";

/** Counted as on the paper: the first print is no reprint. */
const reprint = (n: number): string => (n > 1 ? ` (reprint ${n - 1})` : "");

export default {
  title: "Bookings",
  today: "Today's bookings",
  todayNote: (day: string) => day,
  todayCount: (arrived: number, total: number) => `${arrived} of ${total} here`,
  todayEmpty: "No bookings today yet.",
  full: (taken: number, capacity: number) => `${taken}/${capacity} full`,
  load: (taken: number, capacity: number) => `${taken}/${capacity}`,
  ofDay: (day: string) => `Bookings for ${day}`,
  ofDayNote: (arrived: number, total: number) => `${total} expected, ${arrived} here`,
  dayBefore: "Day before",
  dayAfter: "Day after",
  backToToday: "Today",
  scan: "Scan a voucher to check in",
  scanHint: "Scan the QR code, or type the 13 digits and press Enter",
  scanButton: "Check in",
  arrivedNow: (name: string, time: string) => `${name} is checked in for ${time}.`,
  empty: "No bookings on this day.",
  emptyDo: "Choose services on the page of an encounter, then book.",
  time: "Time",
  visitor: "Visitor",
  phone: "Phone",
  what: "Booked",
  state: "State",
  voucher: "Voucher",
  andMore: (first: string, count: number) => `${first} and more, ${count} in all`,
  needsMark: "Tell the department",
  printedMark: "Printed",
  notPrintedMark: "Not printed",
  choose: "Select one to check in, move, cancel or reprint.",
  checkIn: "Check in",
  undoCheckIn: "Undo check-in",
  complete: "Done",
  noShow: "Did not come",
  move: "Move",
  cancel: "Cancel booking",
  openVoucher: "Voucher",
  cancelAsk: (name: string) => `Cancel the booking of ${name}?`,
  cancelText: "The voucher becomes void, its number stays; the time can be booked again.",
  cancelled: "Cancelled; the voucher is void.",
  cancelReason1: "Plans have changed",
  cancelReason2: "Not well",
  cancelReason3: "Booked by mistake",
  moveTitle: (name: string) => `Move the booking of ${name}`,
  moveReason: "Why it is moved",
  moved: "Moved; the old voucher is void. Print the new one.",
  undone: "Undone.",
  completed: "Done.",
  markedNoShow: "Marked as not come.",
  arriveBy: (time: string) => `Be there by ${time}`,
  needs: "Allergies and special needs",
  needsHint: "Conditions and allergies on record are printed by themselves; anything else here",
  note: "Note",
  when: "Choose a time",
  days: "Days",
  times: "Times",
  daysHint: "← → for days, ↓ to the times, Enter to choose",
  earlier: "Earlier",
  later: "Later",
  left: (left: number, capacity: number) => `${left}/${capacity} left`,
  untilEnd: (end: string) => `until ${end}`,
  dayFull: "nothing free",
  dayFree: (count: number) => `${count} free`,
  noneAtAll: "Nothing is free on these days: look later, or choose other services.",
  untimed: (names: string) => `Done on arrival, without a time of its own: ${names}`,
  unplaced: (names: string) => `No schedule, can't be booked now: ${names}`,
  nothingToBook: "Choose services under assessment and proposals first.",
  needsVisitor: "A booking needs a name: register the visitor on the left first.",
  itinerary: "Order of the day",
  fasting: "fasting",
  readBackTitle: "Read back",
  readBack: (when: string, time: string, what: string, name: string, tail: string) =>
    `'Let me repeat: ${when}${time}, ${what}; the name is ${name}, ${tail === "" ? "no phone" : `the phone ends in ${tail}`}. Is that right?'`,
  spokenDay: (weekday: string, month: number, day: number) =>
    `${weekday} ${day} ${["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"][month - 1] ?? ""} at `,
  spokenTime: (time: string) => {
    const [hour = 0, minute = 0] = time.split(":").map(Number);
    return `${hour > 12 ? hour - 12 : hour}:${String(minute).padStart(2, "0")} ${hour < 12 ? "am" : "pm"}`;
  },
  confirm: "Confirmed: book",
  confirmMove: "Confirmed: move",
  otherTime: "Another time",
  booked: "Booked; print the voucher.",
  again: "Book more",
  inTwo: (first: string, second: string) =>
    `Too long for one day; it can be done in two visits: ${first}; ${second}.`,
  inTwoPart: (day: string, names: string) => `${day} ${names}`,
  splitNow: "Book two visits",
  neverAtAll: (days: number, names: string) =>
    `Cannot be booked within ${days} days: ${names}. Choose something else.`,
  visitOf: (n: number) => `Visit ${n}`,
  pickVisit: (n: number, names: string) => `Time of visit ${n}: ${names}`,
  oneVisit: "Back to one visit",
  readBackNext: (when: string, time: string) => `; the second visit ${when}${time}`,
  otherVisit: (day: string, start: string, voucher: string) =>
    `Another visit: ${day} ${start}, voucher ${voucher}`,
  otherStays: (day: string, start: string) => `The other visit stays: ${day} ${start}.`,
  rest: "The other visit",
  restCancelled: "Cancel both",
  restKept: "Cancel this one only",
  restWhole: (day: string, start: string) =>
    `A package is cancelled whole: the other visit on ${day} at ${start} is cancelled too.`,
  voucherTitle: (number: string) => `Voucher ${number}`,
  paper: "Paper",
  paperLanguage: "Language",
  print: "Print",
  reprint: "Print again",
  savePdf: "Save PDF",
  notPrinted: "Not printed yet",
  printRefused: "Did not come out",
  printUnknown: "Not known whether it came out; look at the printer",
  printed: (n: number, time: string, no: string) =>
    `Taken by the printer${reprint(n)}, ${time}, staff ${no}`,
  savedAs: (path: string) => `Saved as ${path}`,
  sentToPrinter: (n: number) =>
    n > 1 ? `The printer took it, marked reprint ${n - 1}.` : "The printer took it.",
  missing: (chars: string) =>
    `No font has these characters; they stand as 〓 on the paper. Write them by hand: ${chars}`,
  history: "Prints",
  historyLine: (n: number, paper: string, time: string, no: string) =>
    `${paper}${reprint(n)} · ${time} · staff ${no}`,
  preview: "Preview of the voucher",
  previewOf: (no: string, what: string) => `Voucher ${no}: ${what}`,
  voucherFor: (name: string, service: string, day: string, time: string) =>
    `${name}, ${service}, ${day}, ${time}`,
  onVoucher: { services: "Booked", price: "Price" },
  misfits: "Whether it suits this person",
  misfit: "Does not suit this person:",
  misfitAsk: "Please ask before booking:",
  misfitLine: (name: string, why: string) => `${name}: ${why}`,
  misfitAnd: "; ",
  despite: "Why it is booked although it does not suit",
  despiteHint: "Printed on the voucher and kept in the journal",
  despiteWho:
    "Something does not suit this person. For somebody else, register them and book for them; if it is meant, have a supervisor sign in and say why.",
  bookAgain: "Book it once more",
  problems: {
    unsuited: () =>
      "Something does not suit this person, for the reason above. Choose something else, or have a supervisor say why it is booked.",
    booked_twice: () => "The same service stands twice in this booking; remove one.",
    package_part_missing: () =>
      "A package is booked and cancelled whole, and a part is missing. Add it, or book single services.",
    booked_before: (f) =>
      `This person has the same on ${dayWords(f.day, "en")}, voucher ${f.voucher}. Confirm once more if it is meant.`,
    other_person: () => "This encounter is with somebody else; book in their own.",
    price_changed: (f) =>
      `The price went from ${yuan(f.told)} to ${yuan(f.now)}; tell the person anew.`,
    booking_past: (f) => `${dayWords(f.day, "en")} is over; what was noted for it stays.`,
    same_time: () => "That is the time it has; choose another one.",
    read_back_missing: () =>
      "Read service, time, name and phone back first; book once they are confirmed.",
    several_days: () => "One booking is one day, and two visits at the most.",
    other_visit: (f) =>
      `There is another visit of the same on ${dayWords(f.day, "en")}, voucher ${f.voucher}. Say whether it is cancelled or kept.`,
    not_bookable: () =>
      "Something here can't be booked: retired, or without a time of its own. Choose the services again.",
    closed_day: (f) => `${dayWords(f.day, "en")} is closed; choose another day.`,
    beyond_horizon: (f) => `Bookings go at most ${f.days} days ahead; choose a nearer day.`,
    slot_gone: (f) =>
      `${f.start} is no longer offered: the schedule has just changed. Choose another time.`,
    slot_full: (f) => `${f.start} is full (${f.capacity} in all); choose another time.`,
    not_together: () => "These can't be done at the same time; choose times apart.",
    slot_past: () => "This time is past; choose a later one.",
    lead_time: (f) => `This must be booked at least ${f.hours} hours ahead; choose a later time.`,
    overlap: (f) => `This person is already booked around ${f.start}; choose another time.`,
    not_yet: (f) => `It is not ${f.start} yet, so nobody is missing.`,
    voucher_unreadable: (f) =>
      `Not a voucher: its number has 13 digits, this scan ${f.got}. Scan the code again or type the number.`,
    voucher_typo: () => "One digit of the number is wrong; compare it with the paper.",
    voucher_unknown: () =>
      "No voucher has this number. Check it, or find the person by name or phone.",
    voucher_forged: () =>
      "This voucher was not issued here, or was altered. Check the ID and find the booking by name.",
    voucher_void: (f) =>
      f.cause === "rescheduled"
        ? "Void: the booking was moved; look at the new voucher."
        : "Void: the booking was cancelled; book again if needed.",
    voucher_other_day: (f) => `This voucher is for ${dayWords(f.day, "en")}, not for today.`,
    already_checked_in: (f) => `Checked in already at ${timeOf(f.at)}.`,
  } satisfies Partial<Problems>,
} satisfies Words<typeof zh>;
