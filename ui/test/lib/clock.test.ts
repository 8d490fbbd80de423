import { expect, test, vi } from "vitest";
import { now, setNow } from "@/lib/clock";
import { call } from "@/ipc/client";
import { desk } from "../desk";

test("the_page_goes_by_the_clock_of_the_desk_and_runs_on_from_there", async () => {
  vi.useFakeTimers();
  const leapDay = Date.UTC(2028, 1, 29, 1, 7);
  desk({ "staff.names": () => ({ value: { rows: [] }, at: leapDay }) });
  await call("staff.names", {});
  expect(now()).toBe(leapDay);
  vi.advanceTimersByTime(90_000);
  expect(now()).toBe(leapDay + 90_000);
  vi.useRealTimers();
  setNow(Date.now());
});
