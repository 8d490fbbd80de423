// Builds the window on the made-up desk into dev/out, to be looked at under the real policy.
import { fileURLToPath } from "node:url";
import { mergeConfig } from "vite";
import base from "../vite.config";

export default mergeConfig(base, {
  root: fileURLToPath(new URL(".", import.meta.url)),
  build: {
    outDir: "out",
    emptyOutDir: true,
    rolldownOptions: { input: ["dev/index.html", "dev/gallery.html"] },
  },
});
