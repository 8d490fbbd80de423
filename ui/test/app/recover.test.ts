import { flushPromises, mount } from "@vue/test-utils";
import { createPinia, setActivePinia } from "pinia";
import { expect, test } from "vitest";
import RecoverScreen from "@/app/RecoverScreen.vue";
import { useSession } from "@/ipc";
import { desk, refusal } from "../desk";

const CODE = "7k2qx m4t9b r8wz3 h5cna 2p6vd j9efg q1s0y";
const made = { codes: ["A", "B"], ask: [] };
const state = {
  phase: "confirming",
  institution: "仁和",
  training: false,
  staff: null,
  lockedFor: null,
  rights: [],
  idleSeconds: 300,
  version: "0.1.0",
  journal: null,
  clock: null,
  alarm: null,
  backup: null,
};

async function typed(answer: () => { value: unknown }) {
  document.body.innerHTML = '<div id="overlays"></div>';
  setActivePinia(createPinia());
  const { asked } = desk({
    "session.recover": answer,
    "session.state": () => ({ value: state }),
    "setup.strength": () => ({ value: { score: 4, enough: true, advice: "fine" } }),
  });
  const wrapper = mount(RecoverScreen, { attachTo: document.body });
  const [code, no, next, again] = wrapper.findAll("input");
  await code?.setValue(CODE);
  await no?.setValue("1001");
  await next?.setValue("一句自己的话 72");
  await again?.setValue("一句自己的话 72");
  await new Promise((done) => setTimeout(done, 200));
  await flushPromises();
  return { wrapper, asked };
}

test("a_code_is_shown_in_its_seven_groups_while_it_is_typed", async () => {
  const { wrapper } = await typed(() => ({ value: made }));
  const groups = wrapper.findAll(".code-groups li");
  expect(groups.map((group) => group.text())).toEqual([
    "1 7K2QX",
    "2 M4T9B",
    "3 R8WZ3",
    "4 H5CNA",
    "5 2P6VD",
    "6 J9EFG",
    "7 Q1S0Y",
  ]);
  wrapper.unmount();
});

test("a_typing_error_marks_its_group", async () => {
  const { wrapper } = await typed(() => refusal("recovery_typo", "code", { group: 3 }));
  await wrapper.find("form").trigger("submit");
  await flushPromises();
  expect(wrapper.findAll(".code-groups li.wrong").map((group) => group.text())).toEqual([
    "3 R8WZ3",
  ]);
  expect(wrapper.find("input").attributes("aria-invalid")).toBe("true");
  wrapper.unmount();
});

test("new_codes_wait_for_the_screen_that_has_them_typed_back", async () => {
  const { wrapper, asked } = await typed(() => ({ value: made }));
  await wrapper.find("form").trigger("submit");
  await flushPromises();
  expect(asked.find((call) => call.command === "session.recover")?.input).toMatchObject({
    no: "1001",
    code: CODE,
  });
  const session = useSession();
  expect(session.phase).toBe("confirming");
  expect(session.takeCodes()).toEqual(made);
  expect(session.takeCodes()).toBeNull();
  wrapper.unmount();
});
