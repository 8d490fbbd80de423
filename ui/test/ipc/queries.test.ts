import { ref } from "vue";
import { expect, test } from "vitest";
import { refresh, useRead } from "@/ipc";
import { desk } from "../desk";
import { host, settle } from "./host";

test("a_query_that_two_screens_share_is_asked_again_with_its_own_input", async () => {
  const { asked } = desk({ "tickets.board": () => ({ value: { rows: [] } }) });
  const point = ref<number | null>(null);
  // The rail counts all points; the page looked at all of them first and then at one.
  host(() => ({
    rail: useRead("tickets.board", { pointId: null }),
    page: useRead("tickets.board", () => ({ pointId: point.value })),
  }));
  await settle();
  point.value = 4;
  await settle();
  asked.length = 0;
  await refresh(["tickets"]);
  expect(asked.map((call) => call.input)).toEqual([{ pointId: null }, { pointId: 4 }]);
});
