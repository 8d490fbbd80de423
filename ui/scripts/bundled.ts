// Which packages end up in the page. The list of them, and of their licences, is made before
// the page is: a build that brings another one, or no longer brings one, is refused.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const UI = fileURLToPath(new URL("..", import.meta.url));
const OF = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

export function bundled(): Plugin {
  let isThePage = false;
  return {
    name: "bundled",
    apply: "build",
    // Not what is built to be looked at, in dev/.
    configResolved: ({ root }) => void (isThePage = `${root}/` === UI.replaceAll("\\", "/")),
    generateBundle(_, files) {
      if (!isThePage) return;
      const found = new Set<string>();
      for (const file of Object.values(files))
        for (const module of Object.keys(file.type === "chunk" ? file.modules : {})) {
          const name = OF.exec(module.replaceAll("\\", "/"))?.[1];
          if (name) found.add(name);
        }
      const listed = new Set(JSON.parse(readFileSync(`${UI}scripts/bundled.json`, "utf8")));
      const more = [...found].filter((name) => !listed.has(name));
      const less = [...listed].filter((name) => !found.has(name as string));
      if (more.length + less.length > 0)
        this.error(`scripts/bundled.json: more in the page: [${more}]; no longer: [${less}]`);
    },
  };
}
