import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reactive } from "vue";
import { flushDrafts, useDraft } from "@/ipc";
import { desk } from "../desk";
import { host } from "./host";

let kept: Map<string, string>;
let asked: ReturnType<typeof desk>["asked"];
const saves = (): number => asked.filter((call) => call.command === "drafts.save").length;

beforeEach(() => {
  vi.useFakeTimers();
  kept = new Map();
  asked = desk({
    "drafts.read": ({ key }: { key: string }) => ({
      value: { body: kept.get(key) ?? null, savedAt: kept.has(key) ? 5 : null },
    }),
    "drafts.save": ({ key, body }: { key: string; body: string }) => (kept.set(key, body), {}),
    "drafts.clear": ({ key }: { key: string }) => (kept.delete(key), {}),
  }).asked;
});
afterEach(() => vi.useRealTimers());

const mount = (form = reactive({ name: "", phone: "", tags: [] as string[] })) => {
  const { result, unmount } = host(() => useDraft("visit", form));
  return { form, draft: result, unmount };
};

test("typing_is_kept_once_after_a_pause", async () => {
  const { form, draft } = mount();
  await draft.ready;
  for (const name of ["李", "李静", "李静宜"]) {
    form.name = name;
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(saves()).toBe(0);
  await vi.advanceTimersByTimeAsync(600);
  expect(saves()).toBe(1);
  expect(JSON.parse(kept.get("visit") ?? "")).toMatchObject({ name: "李静宜" });
  expect(draft.savedAt.value).not.toBeNull();
});

test("what_was_typed_is_back_after_locking", async () => {
  const first = mount();
  await first.draft.ready;
  first.form.name = "尉迟𠮷";
  first.form.tags.push("孕妇");
  await flushDrafts();
  first.unmount();
  const second = mount();
  await second.draft.ready;
  expect(second.form).toEqual({ name: "尉迟𠮷", phone: "", tags: ["孕妇"] });
  expect(second.draft.restored.value).toBe(true);
});

test("a_cleared_draft_stays_cleared_when_the_form_goes_away", async () => {
  const { form, draft, unmount } = mount();
  await draft.ready;
  form.name = "李静";
  await draft.flush();
  await draft.clear();
  unmount();
  await vi.advanceTimersByTimeAsync(2000);
  expect(kept.size).toBe(0);
});

test("a_form_as_it_began_needs_no_draft", async () => {
  const { form, draft } = mount();
  await draft.ready;
  form.name = "李";
  await draft.flush();
  form.name = "";
  await draft.flush();
  expect(kept.size).toBe(0);
});

test("leaving_the_page_keeps_what_waited_for_its_pause", async () => {
  const { form, draft, unmount } = mount();
  await draft.ready;
  form.phone = "138";
  unmount();
  await vi.advanceTimersByTimeAsync(0);
  expect(JSON.parse(kept.get("visit") ?? "")).toMatchObject({ phone: "138" });
});

test("a_draft_of_an_older_shape_puts_back_what_still_fits", async () => {
  kept.set("visit", JSON.stringify({ name: 3, phone: "138", gone: true, tags: "孕妇" }));
  const { form, draft } = mount();
  await draft.ready;
  expect(form).toEqual({ name: "", phone: "138", tags: [] });
});

test("a_draft_never_overwrites_what_is_being_typed", async () => {
  kept.set("visit", JSON.stringify({ name: "旧" }));
  const { form, draft } = mount();
  form.name = "新";
  await draft.ready;
  expect(form.name).toBe("新");
});
