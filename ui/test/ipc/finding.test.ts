// Finding people: what Enter takes is an answer to what stands in the line.
import { VueQueryPlugin } from "@tanstack/vue-query";
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, expect, test } from "vitest";
import { ref } from "vue";
import { FindLine } from "@/components";
import { queries, useFinding } from "@/ipc";
import { desk } from "../desk";

beforeEach(() => queries.clear());

const people = [
  { id: 1, name: "王芳" },
  { id: 2, name: "王芳芳" },
].map((one) => ({
  ...one,
  phone: "",
  sex: null,
  age: null,
  seenAt: 0,
  why: null,
  standing: "open",
}));

test("enter before the answer takes who was typed last, never who was found before", async () => {
  desk({
    "visitors.find": (input) => {
      const { text } = input as { text: string };
      return { value: { rows: people.filter((one) => one.name === text), more: false } };
    },
  });
  const text = ref("王芳");
  const taken: number[] = [];
  const line = mount(
    {
      components: { FindLine },
      setup: () => ({ finding: useFinding(text), use: (id: number) => taken.push(id) }),
      template: `<FindLine :finding="finding" @use="use" />`,
    },
    { global: { plugins: [[VueQueryPlugin, { queryClient: queries }]] } },
  );
  await flushPromises();
  text.value = "王芳芳";
  await line.find("[data-test=find-visitor]").trigger("keydown", { key: "Enter" });
  await flushPromises();
  expect(taken).toEqual([2]);
});
