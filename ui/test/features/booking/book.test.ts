// The booking step: a time, the read-back, the voucher.
import { VueQueryPlugin } from "@tanstack/vue-query";
import { flushPromises, mount } from "@vue/test-utils";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test } from "vitest";
import BookStep from "@/features/booking/bookings/BookStep.vue";
import { queries } from "@/ipc";
import { listenForKeys } from "@/lib/keys";
import { desk, refusal, type Answers } from "../../desk";
import { booking, slots, visitor } from "../../made";

listenForKeys(document);
beforeEach(() => {
  setActivePinia(createPinia());
  queries.clear();
});

async function step(props: Partial<InstanceType<typeof BookStep>["$props"]>, more: Answers = {}) {
  const nuts = { kind: "allergy", code: "nuts", name: { zh: "坚果", en: "" }, words: [] };
  const said = desk({
    "visitors.read": () => ({ value: visitor({ allergies: ["nuts"] }) }),
    "bookings.of_encounter": () => ({ value: { rows: [] } }),
    "bookings.slots": () => ({ value: slots }),
    "bookings.book": () => ({ value: { line: booking(), voucher: { id: 50 } } }),
    "bookings.reschedule": () => ({ value: { line: booking(), voucher: { id: 51 } } }),
    "catalogue.vocabulary": () => ({ value: { terms: [nuts], departments: [] } }),
    // Which voucher is asked for is enough here.
    "vouchers.read": () => new Promise(() => undefined),
    "vouchers.preview": () => new Promise(() => undefined),
    "drafts.read": () => ({ value: { body: null, savedAt: null } }),
    "drafts.save": () => ({}),
    "drafts.clear": () => ({}),
    ...more,
  });
  const shown = mount(BookStep, {
    props: { encounterId: 7, visitorId: 40, items: [{ serviceId: 11 }], ...props },
    global: { plugins: [[VueQueryPlugin, { queryClient: queries }]] },
    attachTo: document.body,
  });
  await flushPromises();
  return {
    shown,
    inputs: (command: string) =>
      said.asked.filter((one) => one.command === command).map((one) => one.input),
    /** Takes the first time that is free. */
    take: async () => {
      await shown.find("[data-test=times]").trigger("keydown", { key: "Enter" });
      await flushPromises();
    },
  };
}
async function confirm() {
  const event = new KeyboardEvent("keydown", { key: "F9", bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  await flushPromises();
}
const visit = {
  visitorId: 40,
  encounterId: 7,
  packageId: null,
  items: [
    { serviceId: 11, scheduleId: 3, day: "2026-11-24", start: "08:10" },
    { serviceId: 9, scheduleId: null, day: null, start: null },
  ],
  readBack: true,
  needs: "",
  note: "",
};

test("without_a_visitor_or_a_wish_there_is_nothing_to_choose", async () => {
  const nobody = await step({ visitorId: null });
  expect(nobody.shown.text()).toContain("预约须登记姓名");
  expect(nobody.inputs("bookings.slots")).toEqual([]);
  const nothing = await step({ items: [] });
  expect(nothing.shown.find(".slot-picker").exists()).toBe(false);
  expect(nothing.inputs("bookings.slots")).toEqual([]);
});

test("service_time_name_and_phone_are_read_back_before_anything_is_booked", async () => {
  const { shown, inputs, take } = await step({});
  await take();
  const said = shown.find(".read-back-said").text();
  for (const part of ["骨密度", "11月24日", "八点十分", "张桂兰", "5678"])
    expect(said).toContain(part);
  expect(inputs("bookings.book")).toEqual([]);
  await confirm();
  expect(inputs("bookings.book")).toEqual([visit]);
  expect(inputs("vouchers.read")).toEqual([{ id: 50 }]);
});

test("a_time_that_just_went_is_said_and_another_can_be_taken", async () => {
  let full = true;
  const { shown, inputs, take } = await step(
    {},
    {
      "bookings.book": () =>
        full
          ? refusal("slot_full", null, { start: "08:10", capacity: 2 })
          : { value: { line: booking(), voucher: { id: 50 } } },
    },
  );
  await take();
  await confirm();
  expect(shown.find("[data-test=refusal]").text()).toContain("08:10 已约满");
  full = false;
  await shown.find(".read-back > .buttons .app-button:last-child").trigger("click");
  await flushPromises();
  await take();
  expect(shown.find("[data-test=refusal]").exists()).toBe(false);
  await confirm();
  expect(inputs("bookings.book")).toHaveLength(2);
  expect(inputs("vouchers.read")).toEqual([{ id: 50 }]);
});

test("what_is_booked_shows_its_voucher_and_what_was_cancelled_does_not", async () => {
  const gone = booking({ id: 4, voucherId: 49, state: "cancelled", stands: false });
  const rows = [gone, booking()];
  const { shown, inputs } = await step(
    {},
    { "bookings.of_encounter": () => ({ value: { rows } }) },
  );
  expect(inputs("vouchers.read")).toEqual([{ id: 50 }]);
  expect(shown.find(".slot-picker").exists()).toBe(false);
});

const voucher = {
  id: 50,
  bookingId: 5,
  no: "2026112400013",
  number: "2026 1124 0001 3",
  qr: "",
  name: "张桂兰",
  phone: "",
  titleZh: "骨密度",
  titleEn: "Bone density",
  services: 2,
  day: "2026-11-24",
  starts: "08:10",
  void: null,
  prints: [],
};
const withVoucher: Answers = {
  "bookings.of_encounter": () => ({ value: { rows: [booking()] } }),
  "vouchers.read": () => ({ value: voucher }),
};

test("the_voucher_on_the_screen_is_what_the_desk_draws_and_is_said_in_words", async () => {
  const drawn = ["<svg>1#%</svg>", "<svg>2</svg>"];
  const { shown, inputs } = await step(
    {},
    { ...withVoucher, "vouchers.preview": () => ({ value: { pages: drawn } }) },
  );
  expect(inputs("vouchers.preview")).toEqual([{ id: 50, paper: "a4", language: "zh" }]);
  const pages = shown.findAll("[data-test=voucher-preview]");
  const sources = pages.map((page) => page.attributes("src")?.split(",") ?? []);
  expect(sources.map(([kind]) => kind)).toEqual(
    drawn.map(() => "data:image/svg+xml;charset=utf-8"),
  );
  expect(sources.map(([, page]) => decodeURIComponent(page ?? ""))).toEqual(drawn);
  for (const [i, page] of pages.entries())
    for (const part of [
      voucher.number,
      voucher.name,
      `${voucher.titleZh} 等 2 项`,
      voucher.starts,
      `${i + 1}/2`,
    ])
      expect(page.attributes("alt")).toContain(part);
});

test("another_paper_and_another_language_are_drawn_anew", async () => {
  const { shown, inputs } = await step(
    {},
    { ...withVoucher, "vouchers.preview": () => ({ value: { pages: ["<svg/>"] } }) },
  );
  for (const value of ["roll80", "en"]) {
    await shown.find(`input[value=${value}]`).setValue();
    await flushPromises();
  }
  expect(inputs("vouchers.preview").at(-1)).toEqual({ id: 50, paper: "roll80", language: "en" });
});

test.each(["paper_failed", "store_failed"])(
  "a_voucher_that_is_not_drawn_says_so_when_%s",
  async (code) => {
    const { shown } = await step({}, { ...withVoucher, "vouchers.preview": () => refusal(code) });
    expect(shown.find("[data-test=voucher-preview]").exists()).toBe(false);
    expect(shown.find(".voucher-view [role=alert]").text()).not.toBe("");
    // It may be printed all the same.
    expect(shown.find("[data-test=print]").attributes("disabled")).toBeUndefined();
  },
);

test("a_booking_is_moved_with_its_reason_and_what_it_says_of_needs", async () => {
  const moving = { id: 5, reason: "改天来", needs: "轮椅", note: "家属陪同", despite: "" };
  const { inputs, take } = await step({ moving, encounterId: null });
  expect(inputs("bookings.slots")).toEqual([expect.objectContaining({ movingId: 5 })]);
  await take();
  await confirm();
  expect(inputs("bookings.book")).toEqual([]);
  expect(inputs("bookings.reschedule")).toEqual([
    {
      id: 5,
      reason: "改天来",
      booking: { ...visit, encounterId: null, needs: "轮椅", note: "家属陪同" },
    },
  ]);
});

test("what_takes_two_days_is_chosen_read_back_and_booked_as_two_visits_in_one_step", async () => {
  const none = slots.days.map((day) => ({ ...day, offers: [] }));
  const named = (zh: string) => [{ zh, en: "" }];
  const parts = [
    { day: "2026-11-24", serviceIds: [11], names: named("骨密度") },
    { day: "2026-11-25", serviceIds: [12], names: named("胃镜") },
  ];
  const reach = { how: "twice", parts, missing: [], days: 90 };
  const next = slots.days
    .slice(1)
    .map((day) => ({
      ...day,
      day: "2026-11-25",
      offers: day.offers.map((offer) => ({
        ...offer,
        stops: [{ scheduleId: 4, serviceIds: [12], start: offer.start, end: offer.end }],
      })),
    }));
  const { shown, inputs, take } = await step(
    { packageId: 2, items: [], title: "尊享体检", price: 398_800 },
    {
      "bookings.slots": (input: { packageId: number | null; serviceIds: number[] }) => ({
        value: input.packageId
          ? { ...slots, days: none, reach }
          : input.serviceIds.includes(11)
            ? slots
            : { ...slots, untimedIds: [], days: next },
      }),
      "bookings.book_visits": () => ({ value: { line: booking(), voucher: { id: 50 } } }),
    },
  );
  expect(shown.find("[data-test=in-two]").text()).toContain("胃镜");
  await shown.find("[data-test=split]").trigger("click");
  await flushPromises();
  expect(shown.find("[data-test=pick-visit]").text()).toContain("骨密度");
  expect(inputs("bookings.slots").at(-1)).toMatchObject({ packageId: null, serviceIds: [11, 9] });
  await take();
  expect(shown.find("[data-test=pick-visit]").text()).toContain("胃镜");
  expect(inputs("bookings.slots").at(-1)).toMatchObject({ serviceIds: [12], from: "2026-11-25" });
  await take();
  expect(shown.findAll("[data-test=visit-of]")).toHaveLength(2);
  expect(shown.find(".read-back-said").text()).toContain("第二次");
  await confirm();
  expect(inputs("bookings.book")).toEqual([]);
  expect(inputs("bookings.book_visits")).toEqual([
    {
      ...visit,
      packageId: 2,
      price: 398_800,
      items: [...visit.items, { serviceId: 12, scheduleId: 4, day: "2026-11-25", start: "08:10" }],
    },
  ]);
});

test("one_of_two_visits_is_moved_by_itself_and_the_other_is_said_to_stay", async () => {
  const others = [
    {
      id: 6,
      voucherNo: "2026112500013",
      day: "2026-11-25",
      start: "09:00",
      state: "booked" as const,
      stands: true,
    },
  ];
  const moving = { id: 5, reason: "改天来", needs: "", note: "", despite: "", others };
  const { shown, inputs, take } = await step({ moving, packageId: 2, encounterId: null });
  expect(inputs("bookings.slots")).toEqual([
    expect.objectContaining({ packageId: null, serviceIds: [11] }),
  ]);
  await take();
  expect(shown.find("[data-test=other-stays]").text()).toContain("09:00");
  await confirm();
  const sent = inputs("bookings.reschedule") as { booking: { packageId: number } }[];
  expect(sent[0]?.booking.packageId).toBe(2);
});
