import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";
import { bundled } from "./scripts/bundled.ts";

export default defineConfig({
  plugins: [vue(), bundled()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { port: 5173, strictPort: true },
  // The content security policy has no data: fonts and no inline styles, so nothing may be inlined.
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  test: {
    environment: "happy-dom",
    include: ["test/**/*.test.ts", "src/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    css: false,
    // A page of its own for each file took four fifths of the time (84 s, 21 s without).
    isolate: false,
    pool: "threads",
    // Reading a page for faults takes its time on a busy machine.
    testTimeout: 30_000,
  },
});
