import { flushPromises, mount } from "@vue/test-utils";
import { VueQueryPlugin } from "@tanstack/vue-query";
import { createPinia, setActivePinia } from "pinia";
import { expect, test } from "vitest";
import { nextTick, ref } from "vue";
import OtherTables from "@/features/record/ledger/OtherTables.vue";
import TotalsStrip from "@/features/record/ledger/TotalsStrip.vue";
import ExportDialog from "@/features/record/ledger/ExportDialog.vue";
import { dayOnly, monthOf, neighbour, weekOf } from "@/features/record/ledger/period";
import { queries, useSession, type LedgerView, type Read, type SessionState } from "@/ipc";
import { desk } from "../../desk";

test("a_week_begins_on_monday_and_a_month_ends_on_its_last_day", () => {
  expect(weekOf("2026-11-22")).toEqual({ from: "2026-11-16", to: "2026-11-22" });
  expect(weekOf("2026-11-23")).toEqual({ from: "2026-11-23", to: "2026-11-29" });
  expect(monthOf("2028-02-10")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
});

test("before_and_after_keep_the_length_and_months_stay_whole", () => {
  expect(neighbour(dayOnly("2026-11-21"), -1)).toEqual(dayOnly("2026-11-20"));
  expect(neighbour(weekOf("2026-11-21"), 1)).toEqual(weekOf("2026-11-28"));
  expect(neighbour(monthOf("2026-03-05"), -1)).toEqual(monthOf("2026-02-01"));
  expect(neighbour(monthOf("2026-12-31"), 1)).toEqual(monthOf("2027-01-01"));
});

async function dialog(rights: string[]) {
  setActivePinia(createPinia());
  const said = desk({
    "ledger.export": () => ({
      value: { path: "/home/li/台账_2026-11-21_脱敏.xlsx", rows: 3, seq: 12, missing: "" },
    }),
  });
  useSession().state = { phase: "open", rights, staff: null } as unknown as SessionState;
  document.body.innerHTML = '<div id="overlays"></div>';
  const shown = mount(ExportDialog, {
    props: { open: false, period: dayOnly("2026-11-21") },
    global: { plugins: [[VueQueryPlugin, { queryClient: queries }]] },
    attachTo: document.body,
  });
  await shown.setProps({ open: true });
  await nextTick();
  return said;
}
const inDialog = (selector: string): HTMLElement | null =>
  document.querySelector(`#overlays ${selector}`);

test("full_rows_are_not_offered_without_the_right", async () => {
  await dialog(["ledger"]);
  expect(
    [...document.querySelectorAll("#overlays fieldset")].map(
      (set) => set.querySelectorAll("input").length,
    ),
  ).toEqual([3, 1]);
  expect(inDialog("[data-test=ledger-reason]")).toBeNull();
});

test("an_export_is_masked_unless_asked_for_and_says_where_the_file_is", async () => {
  const said = await dialog(["ledger", "ledger_full"]);
  inDialog("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
  await flushPromises();
  expect(said.asked.map(({ input }) => input)).toEqual([
    {
      from: "2026-11-21",
      to: "2026-11-21",
      format: "xlsx",
      detail: "masked",
      purpose: null,
      reason: "",
      receiver: null,
      receiverName: "",
      language: "zh",
    },
  ]);
  expect(inDialog("[data-test=ledger-path]")?.textContent).toBe(
    "/home/li/台账_2026-11-21_脱敏.xlsx",
  );
});

test("a_full_export_names_purpose_and_receiver", async () => {
  const said = await dialog(["ledger", "ledger_full"]);
  const full = document.querySelector<HTMLInputElement>("#overlays input[value=full]");
  full?.click();
  full?.dispatchEvent(new Event("change"));
  await nextTick();
  const choose = async (name: string, at: number): Promise<void> => {
    const select = inDialog(`[data-test=${name}]`) as HTMLSelectElement;
    select.value = String(at);
    select.dispatchEvent(new Event("change"));
    await nextTick();
  };
  await choose("ledger-purpose", 2);
  await choose("ledger-receiver", 1);
  const name = inDialog("[data-test=ledger-receiver-name]") as HTMLInputElement;
  name.value = "市卫健委";
  name.dispatchEvent(new Event("input"));
  inDialog("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
  await flushPromises();
  expect(said.asked.at(-1)?.input).toMatchObject({
    detail: "full",
    purpose: "inspection",
    receiver: "superior",
    receiverName: "市卫健委",
  });
});

test("all_the_classes_of_a_day_can_be_read_however_many_they_are", async () => {
  document.body.innerHTML = '<div id="overlays"></div>';
  const categories = Array.from({ length: 40 }, (_, n) => [
    { zh: `事项${n}`, en: `Matter ${n}` },
    40 - n,
  ]);
  const totals = {
    channels: [],
    outcomes: [],
    categories,
    promises: [],
    visits: [],
    served: 0,
    noShow: 0,
    medianWait: null,
    boundWait: null,
  };
  const shown = mount(TotalsStrip, {
    props: { view: { totals, counts: {} } as unknown as LedgerView },
    attachTo: document.body,
  });
  await shown.get("li:nth-child(3) button").trigger("click");
  const lines = [...document.querySelectorAll("#overlays section:nth-child(3) li")].map(
    (line) => line.textContent,
  );
  expect(lines).toHaveLength(40);
  expect([lines[0], lines[39]]).toEqual(["事项0 40", "事项39 1"]);
});

test("the_bookings_of_a_day_are_those_made_on_it_or_those_due_on_it", () => {
  const booking = (id: number, state: string) => ({
    id,
    voucher: "2026****0001",
    name: `来*${id}`,
    phone: "138****0001",
    title: { zh: "心电图", en: "ECG" },
    day: "2026-11-30",
    time: "09:00",
    state,
    price: 0,
    standing: "open",
  });
  const data = { bookings: [booking(1, "booked")], visits: [booking(2, "no_show")] };
  const read = {
    data: ref(data),
    loading: ref(false),
    refreshing: ref(false),
    problem: ref(null),
    broken: ref(false),
    again: () => Promise.resolve(),
  } as unknown as Read<LedgerView>;
  const texts = (table: "bookings" | "visits"): string =>
    mount(OtherTables, { props: { table, read } }).text();
  expect(texts("bookings")).toContain("来*1");
  expect(texts("bookings")).not.toContain("来*2");
  expect(texts("visits")).toContain("爽约");
  expect(texts("visits")).not.toContain("来*1");
});
