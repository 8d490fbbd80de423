import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const before = "var m=M.prototype;";

/**
 * The shell freezes Object.prototype. dayjs assigns its own
 * valueOf and toString to a plain prototype, which then
 * throws; without an inherited one it can. Fails the build when dayjs no longer looks as expected.
 */
const dayjsUnderFrozenPrototypes: Plugin = {
  name: "dayjs-under-frozen-prototypes",
  apply: "build",
  transform(code, id) {
    if (!id.replaceAll("\\", "/").includes("/dayjs/dayjs.min.js")) return null;
    if (code.split(before).length !== 2)
      this.error("dayjs changed: look again at how it builds its prototype");
    return { code: code.replace(before, `M.prototype=Object.create(null);${before}`), map: null };
  },
};

export default defineConfig({
  plugins: [vue(), dayjsUnderFrozenPrototypes],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { port: 5173, strictPort: true },
  // The content security policy has no data: fonts and no inline styles, so nothing may be inlined.
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  test: {
    environment: "happy-dom",
    include: ["test/**/*.test.ts", "src/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    css: false,
    // Reading a page for faults takes its time on a busy machine.
    testTimeout: 30_000,
    server: { deps: { inline: ["element-plus"] } },
  },
});
