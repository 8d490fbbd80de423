import { VueQueryPlugin } from "@tanstack/vue-query";
import { flushPromises, mount } from "@vue/test-utils";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test } from "vitest";
import { defineComponent, h, reactive } from "vue";
import App from "@/app/App.vue";
import { makeRouter } from "@/app/routes";
import { queries, useDraft, useRead, useSession } from "@/ipc";
import { registerFeatures } from "@/lib/feature";
import { listenForKeys } from "@/lib/keys";
import { desk, refusal } from "../desk";

const staff = { id: 1, no: "1001", name: "李敏", role: "receptionist", mustChange: false };
const kept = new Map<string, string>();
let phase = "open";
const state = () => ({
  phase,
  institution: "仁和",
  training: false,
  staff: phase === "open" ? staff : null,
  lockedFor: null,
  rights: ["receive"],
  idleSeconds: 300,
  version: "0.1.0",
  journal: null,
  clock: null,
});

const VisitPage = defineComponent({
  setup: () => {
    const form = reactive({ name: "" });
    const draft = useDraft("visit", form);
    useRead("staff.list", {});
    return () =>
      h("input", {
        class: "visit",
        value: form.name,
        "data-at": draft.savedAt.value,
        onInput: (event: Event) => (form.name = (event.target as HTMLInputElement).value),
      });
  },
});

function open() {
  document.body.innerHTML = '<div id="overlays"></div>';
  const made = desk({
    "session.state": () => ({ value: state() }),
    "session.lock": () => ((phase = "locked"), {}),
    "session.sign_in": ({ password }: { password: string }) => {
      if (password !== "对的密码") refusal("sign_in_failed");
      phase = "open";
      return { value: state() };
    },
    "session.touch": () => ({}),
    "session.verify_journal": () => ({ value: { entries: 1, brokenAt: null } }),
    "staff.list": () => ({ value: { rows: [] } }),
    "drafts.read": ({ key }: { key: string }) => ({
      value: { body: kept.get(key) ?? null, savedAt: null },
    }),
    "drafts.save": ({ key, body }: { key: string; body: string }) => (kept.set(key, body), {}),
  });
  const behind = (
    to: string,
    right: "receive" | "administer",
    waiting: number,
    pressing: boolean,
  ) => ({
    order: 50,
    to,
    icon: "clock" as const,
    words: () => to,
    hint: () => "",
    right,
    pressing,
    useBadge: () => () => waiting,
  });
  registerFeatures([
    {
      more: [
        behind("/due", "administer", 5, true),
        behind("/ask", "receive", 2, true),
        behind("/old", "receive", 9, false),
      ],
      routes: [{ path: "/visit", component: VisitPage, meta: { title: () => "来访" } }],
    },
  ]);
  return made;
}

async function start() {
  const made = open();
  const pinia = createPinia();
  setActivePinia(pinia);
  const router = makeRouter();
  const session = useSession();
  session.listen();
  await session.load();
  await router.push("/visit");
  const wrapper = mount(App, {
    attachTo: document.body,
    global: { plugins: [pinia, router, [VueQueryPlugin, { queryClient: queries }]] },
  });
  await flushPromises();
  return { ...made, wrapper, router };
}
listenForKeys(document);
beforeEach(() => {
  phase = "open";
  kept.clear();
});

test("locking_empties_the_window_and_unlocking_brings_page_and_text_back", async () => {
  const { wrapper, router, asked } = await start();
  await wrapper.find(".visit").setValue("尉迟静");
  document.dispatchEvent(
    new KeyboardEvent("keydown", { key: "l", ctrlKey: true, cancelable: true }),
  );
  await flushPromises();
  expect(wrapper.text()).toContain("1001 李敏 的座席已锁定");
  expect(document.body.innerHTML).not.toContain("尉迟静");
  expect(queries.getQueryCache().getAll()).toHaveLength(0);
  expect(asked.findIndex((call) => call.command === "drafts.save")).toBeLessThan(
    asked.findIndex((call) => call.command === "session.lock"),
  );

  await wrapper.find("input[type=password]").setValue("错的");
  await wrapper.find("form").trigger("submit");
  await flushPromises();
  expect(wrapper.text()).toContain("密码");
  expect(wrapper.find("input[type=password]").attributes("aria-invalid")).toBe("true");

  await wrapper.find("input[type=password]").setValue("对的密码");
  await wrapper.find("form").trigger("submit");
  await flushPromises();
  expect(router.currentRoute.value.path).toBe("/visit");
  expect((wrapper.find(".visit").element as HTMLInputElement).value).toBe("尉迟静");
  wrapper.unmount();
});

test("the_desk_locking_itself_empties_the_window_too", async () => {
  const { wrapper, lock } = await start();
  lock();
  await flushPromises();
  expect(wrapper.find(".visit").exists()).toBe(false);
  expect(wrapper.findAll("input")).toHaveLength(1);
  wrapper.unmount();
});

test("someone_else_is_asked_for_their_number", async () => {
  const { wrapper, lock } = await start();
  lock();
  await flushPromises();
  await wrapper.find("[data-test=someone-else]").trigger("click");
  await flushPromises();
  expect(wrapper.findAll(".sign-in input")).toHaveLength(2);
  expect(wrapper.text()).not.toContain("李敏");
  wrapper.unmount();
});

test("a_bare_machine_is_set_up_first", async () => {
  phase = "empty";
  const { wrapper } = await start();
  expect(wrapper.find("h1").text()).toBe("设置首问");
  expect(wrapper.findAll("input[type=password]")).toHaveLength(0);
  wrapper.unmount();
});

test("what_waits_behind_more_counts_at_more_only_where_a_deadline_runs_for_me", async () => {
  const { wrapper, router } = await start();
  expect(wrapper.find('.rail-place[href$="/more"] .rail-badge').text()).toContain("2");
  await router.push("/more");
  await flushPromises();
  expect(wrapper.findAll(".more-badge").map((badge) => badge.text())).toEqual([
    "2 件待处理",
    "9 件待处理",
  ]);
});
