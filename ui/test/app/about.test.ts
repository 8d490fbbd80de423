import { VueQueryPlugin } from "@tanstack/vue-query";
import { flushPromises, mount, type VueWrapper } from "@vue/test-utils";
import { createPinia, setActivePinia } from "pinia";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import AboutPage from "@/app/AboutPage.vue";
import { thirdParty } from "@/app/third-party";
import { queries, useSession } from "@/ipc";
import { desk } from "../desk";

const of = (name: string, texts: number[]) => ({
  name,
  version: "1.2.3",
  licence: "MIT",
  from: "crates.io",
  texts,
});
const list = vi.fn<typeof thirdParty.list>();
const text = vi.fn<typeof thirdParty.text>();

beforeEach(() => {
  list.mockReset().mockResolvedValue([of("argon2", [0]), of("SQLCipher", [1])]);
  text.mockReset().mockImplementation(async (one) => `terms of ${one.name}`);
  vi.spyOn(thirdParty, "list").mockImplementation(list);
  vi.spyOn(thirdParty, "text").mockImplementation(text);
});
afterEach(() => vi.restoreAllMocks());

async function shown(): Promise<VueWrapper> {
  desk({ "session.state": () => ({ value: { phase: "open", version: "9.8.7", rights: [] } }) });
  const pinia = createPinia();
  setActivePinia(pinia);
  const page = mount(AboutPage, {
    attachTo: document.body,
    global: { plugins: [pinia, [VueQueryPlugin, { queryClient: queries }]] },
  });
  await useSession().load();
  await flushPromises();
  return page;
}

test("the_page_says_which_program_and_which_database_it_is", async () => {
  const page = await shown();
  expect(page.text()).toContain("版本 9.8.7");
  expect(page.text()).toContain("SQLCipher 1.2.3");
  expect(page.text()).toContain("2 个第三方组件");
});

test("a_licence_is_read_when_it_is_opened_by_keyboard_and_not_before", async () => {
  const page = await shown();
  expect(text).not.toHaveBeenCalled();
  const rows = page.find(".data-rows");
  await rows.trigger("focus");
  await rows.trigger("keydown", { key: "ArrowDown" });
  await flushPromises();
  expect(page.find(".about-text").text()).toBe("terms of SQLCipher");
  expect(page.find(".about-text").attributes("tabindex")).toBe("0");
});

test("of_many_components_some_are_shown_and_each_is_found_by_typing", async () => {
  list.mockResolvedValueOnce(
    Array.from({ length: 302 }, (_, n) => of(`crate-${String(n).padStart(3, "0")}`, [0])),
  );
  const page = await shown();
  const names = () => page.findAll("[role=row][aria-selected]").map((row) => row.text());
  expect(names().length).toBe(60);
  expect(page.find(".data-many").text()).toContain("302");
  await page.find("[data-test=about-find]").setValue("CRATE-30");
  expect(names().map((row) => row.slice(0, 9))).toEqual(["crate-300", "crate-301"]);
  await page.find("[data-test=about-find]").setValue("none of these");
  expect(page.text()).toContain("没有这样的组件");
});

test("a_text_that_comes_late_does_not_stand_under_another_name", async () => {
  let late: (words: string) => void = () => undefined;
  text.mockImplementationOnce(() => new Promise((done) => (late = done)));
  const page = await shown();
  const rows = page.find(".data-rows");
  await rows.trigger("focus");
  await rows.trigger("keydown", { key: "ArrowDown" });
  await flushPromises();
  late("terms of argon2");
  await flushPromises();
  expect(page.find(".about-text").text()).toBe("terms of SQLCipher");
});

test("a_build_without_the_list_says_so_and_a_lost_text_too", async () => {
  list.mockResolvedValueOnce([]);
  expect((await shown()).text()).toContain("没有附带组件清单");
  text.mockRejectedValue(new Error("gone"));
  const page = await shown();
  await page.find(".data-rows").trigger("focus");
  await flushPromises();
  expect(page.find("[role=alert]").text()).toContain("没有读出来");
});
