import { VueQueryPlugin } from "@tanstack/vue-query";
import { fireEvent, render } from "@testing-library/vue";
import { createPinia } from "pinia";
import { beforeEach, expect, it } from "vitest";
import CheckInBox from "@/features/booking/bookings/CheckInBox.vue";
import { digitOf, itemsOf, type Chosen } from "@/features/booking/bookings/offer";
import SlotPicker from "@/features/booking/bookings/SlotPicker.vue";
import en from "@/i18n/en/booking/bookings";
import zh from "@/i18n/zh/booking/bookings";
import { queries, type FreeSlots, type OfferView } from "@/ipc";
import { desk, refusal } from "../../desk";
import { settle } from "../../ipc/host";

const plugins = (): {
  plugins: [
    ReturnType<typeof createPinia>,
    [typeof VueQueryPlugin, { queryClient: typeof queries }],
  ];
} => ({ plugins: [createPinia(), [VueQueryPlugin, { queryClient: queries }]] });
const offer = (start: string, bar: OfferView["bar"] = null): OfferView => ({
  start,
  end: start,
  left: bar ? 0 : 2,
  capacity: 2,
  bar,
  stops: [{ scheduleId: 7, serviceIds: [3, 4], start, end: start }],
});
const free: FreeSlots = {
  today: "2026-11-23",
  services: [],
  untimedIds: [9],
  unplacedIds: [],
  misfits: [],
  reach: null,
  places: [],
  days: [
    { day: "2026-11-23", shut: "house", offers: [] },
    {
      day: "2026-11-24",
      shut: null,
      offers: [offer("08:00", "full"), offer("08:10"), offer("08:20")],
    },
  ],
};

beforeEach(() => queries.clear());

it("digits of a scanner count whatever the input method makes of them", () => {
  const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };
  expect(digitOf({ ...plain, code: "Digit7" })).toBe("7");
  expect(digitOf({ ...plain, code: "Numpad0" })).toBe("0");
  expect(digitOf({ ...plain, code: "KeyA" })).toBeNull();
  expect(digitOf({ ...plain, code: "Digit7", ctrlKey: true })).toBeNull();
});

it("a scan through an input method checks in, and a refusal stays in sight", async () => {
  const { asked } = desk({
    "bookings.check_in": () => refusal("voucher_other_day", "scan", { day: "2026-11-28" }),
  });
  const { getByRole, findByRole } = render(CheckInBox, { global: plugins() });
  const box = getByRole("textbox");
  for (const digit of "2026112400013")
    await fireEvent.keyDown(box, {
      key: "Process",
      code: `Digit${digit}`,
      keyCode: 229,
      isComposing: true,
    });
  await fireEvent.keyDown(box, { key: "Enter", code: "Enter" });
  expect(await findByRole("alert")).toHaveProperty(
    "textContent",
    expect.stringContaining("11 月 28 日"),
  );
  expect(asked.map((one) => one.input)).toEqual([{ scan: "2026112400013", id: null }]);
});

it("the first free time of the first free day waits for Enter, and a full one is not chosen", async () => {
  desk({ "bookings.slots": () => ({ value: free }) });
  const { emitted, findByRole } = render(SlotPicker, {
    props: { visitorId: 1, packageId: null, serviceIds: [3, 4] },
    global: plugins(),
  });
  const times = await findByRole("listbox", { name: "时间" });
  await settle();
  await fireEvent.keyDown(times, { key: "ArrowLeft" });
  await fireEvent.keyDown(times, { key: "Enter" });
  expect(emitted("choose"), "08:00 is full").toBeUndefined();
  await fireEvent.keyDown(times, { key: "ArrowRight" });
  await fireEvent.keyDown(times, { key: "Enter" });
  const [chosen] = emitted<[Chosen]>("choose")[0] ?? [];
  expect(chosen?.day).toBe("2026-11-24");
  expect(chosen?.offer.start).toBe("08:10");
});

it("everything that is wanted is booked, with or without a time of its own", () => {
  const items = itemsOf(free, { day: "2026-11-24", offer: offer("08:10") });
  expect(items.map((item) => [item.serviceId, item.start])).toEqual([
    [3, "08:10"],
    [4, "08:10"],
    [9, null],
  ]);
});

it("times are said as people say them", () => {
  expect(["08:30", "12:05", "14:00", "07:50", "18:15"].map(zh.spokenTime)).toEqual([
    "上午八点半",
    "中午十二点零五分",
    "下午两点",
    "上午七点五十分",
    "晚上六点十五分",
  ]);
  expect(["08:30", "13:05"].map(en.spokenTime)).toEqual(["8:30 am", "1:05 pm"]);
});
