// The walls of eslint.config.js stand: each is tried with a line that would break it.
import { ESLint } from "eslint";
import { expect, test } from "vitest";

const lint = new ESLint();
const RULE = "@typescript-eslint/no-restricted-imports";

async function refused(filePath: string, from: string): Promise<boolean> {
  const [found] = await lint.lintText(`import { it } from "${from}";\n\nexport default it;\n`, {
    filePath,
  });
  return found?.messages.some((message) => message.ruleId === RULE) ?? false;
}

test.each([
  ["src/features/booking/bookings/more.ts", "@/features/booking/schedules/hours", true],
  ["src/features/booking/bookings/more.ts", "../schedules/hours", true],
  ["src/features/booking/bookings/more.ts", "../../people/visitors/typed", true],
  ["src/features/booking/bookings/more.ts", "@/app/overlay", true],
  ["src/features/booking/bookings/more.ts", "@tauri-apps/api", true],
  ["src/features/booking/bookings/more.ts", "./offer", false],
  ["src/features/booking/bookings/more.ts", "@/lib/dates", false],
  ["src/components/more.ts", "@/features/booking/bookings/offer", true],
  ["src/lib/more.ts", "@/app/overlay", true],
  ["src/i18n/en/booking/more.ts", "../people/visitors", true],
  ["src/i18n/en/booking/more.ts", "./schedules", true],
  ["src/i18n/en/booking/more.ts", "../../zh/booking/more", false],
  ["src/i18n/en/booking/more.ts", "../terms", false],
  ["src/app/more.ts", "@/features/booking/bookings/offer", false],
])("%s_importing_%s_is_refused_%s", async (file, from, expected) => {
  expect(await refused(file, from)).toBe(expected);
});
