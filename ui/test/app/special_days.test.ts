// The calendar: from where a day is, whose hours it has, and what a mark moves.
import { VueQueryPlugin } from "@tanstack/vue-query";
import { flushPromises, mount } from "@vue/test-utils";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test } from "vitest";
import { createMemoryHistory, createRouter } from "vue-router";
import SpecialDays from "@/app/SpecialDays.vue";
import { language } from "@/i18n";
import { queries, type InstitutionView, type MovedByDay } from "@/ipc";
import { desk } from "../desk";

const hours = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  opens: "08:00",
  closes: "17:30",
  breakFrom: null,
  breakTo: null,
}));
const institution: InstitutionView = {
  name: "青禾",
  address: "",
  phone: "",
  hours,
  openNow: true,
  training: false,
  idleSeconds: 300,
  missingYears: [2027],
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
    {
      day: "2026-10-10",
      kind: "working",
      name: "院庆",
      hoursOf: 2,
      festival: null,
      document: null,
      byNo: "1001",
    },
  ],
};
const nothing: MovedByDay = { bookings: [], promises: [], feedback: [], requests: [] };

beforeEach(() => {
  setActivePinia(createPinia());
  queries.clear();
  language.value = "zh";
});

async function panel(moved: MovedByDay = nothing) {
  const said = desk({ "institution.mark_day": () => ({ value: { institution, moved } }) });
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: "/:rest(.*)*", component: { render: () => null } }],
  });
  const shown = mount(SpecialDays, {
    props: { institution },
    global: { plugins: [router, [VueQueryPlugin, { queryClient: queries }]] },
    attachTo: document.body,
  });
  await flushPromises();
  return { shown, sent: () => said.asked.map((one) => one.input) };
}

test("a_day_says_from_where_it_is_and_whose_hours_it_has", async () => {
  const { shown } = await panel();
  const lines = shown.findAll(".special-days li").map((line) => line.text());
  expect(lines[0]).toContain("国庆节");
  expect(lines[0]).toContain("国办发明电〔2025〕7号");
  expect(lines[1]).toContain("上班 · 周二");
  expect(lines[1]).toContain("1001");
  expect(shown.find("[data-test=missing-year]").text()).toContain("2027");
});

test("an_announced_day_is_changed_by_another_mark_and_an_own_one_is_taken_away", async () => {
  const { shown, sent } = await panel();
  const [change, remove] = shown.findAll(".special-days .app-button");
  await change?.trigger("click");
  await shown.find("form").trigger("submit");
  await flushPromises();
  expect(sent()).toEqual([{ day: "2026-10-01", kind: "working", name: "国庆节" }]);
  await remove?.trigger("click");
  await flushPromises();
  expect(sent()[1]).toEqual({ day: "2026-10-10", kind: null, name: "" });
});

test("what_a_mark_moves_is_listed_line_by_line", async () => {
  const { shown } = await panel({
    bookings: [{ id: 5, voucherNo: "2026112400013", start: "08:10" }],
    promises: [{ id: 6, encounterId: 7, encounterNo: "20261123-007", dueAt: 0 }],
    feedback: [{ no: "F20261123-001", from: "2026-11-28", to: "2026-11-30" }],
    requests: [{ no: "Q20261123-001", from: "2026-12-10", to: "2026-12-11" }],
  });
  await shown.findAll(".special-days .app-button")[1]?.trigger("click");
  await flushPromises();
  const lines = shown.findAll("[data-test=moved] li").map((line) => line.text());
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain("2026112400013");
  expect(lines[1]).toContain("20261123-007");
  expect(lines[2]).toContain("2026-11-28 → 2026-11-30");
  expect(shown.find("[data-test=moved] a").attributes("href")).toBe("/reception/7");
});
