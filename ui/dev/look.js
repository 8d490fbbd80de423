// Takes pictures of every screen on the made-up desk: `node dev/look.js OUT_DIR`.
// Serves dev/out under the shell's content security policy and reports whatever the policy refused.
import { createServer } from "node:http";
import { mkdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";
import { shots } from "./shots.js";

const out = process.argv[2] ?? "pictures";
const only = process.argv[3];
/** Part of a name: only these screens. */
const named = process.argv[4] ?? "";
mkdirSync(out, { recursive: true });
const root = new URL("./out", import.meta.url).pathname;
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'";
const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://x").pathname;
  try {
    const body = readFileSync(join(root, path === "/" ? "index.html" : path));
    response.writeHead(200, {
      "content-type": types[extname(path === "/" ? ".html" : path)] ?? "text/html",
      "content-security-policy": policy,
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(4179);

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const size of [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]) {
  for (const scheme of ["light", "dark"]) {
    for (const language of ["zh", "en"]) {
      const mode = `${size.width}-${scheme}-${language}`;
      if (only && !mode.includes(only)) continue;
      for (const shot of shots.filter((one) => one.name.includes(named))) {
        const page = await browser.newPage({ viewport: size, colorScheme: scheme });
        // As the shell does (freezePrototype).
        await page.addInitScript(() => Object.freeze(Object.prototype));
        page.on(
          "console",
          (message) => message.type() === "error" && console.log(mode, shot.name, message.text()),
        );
        page.on("pageerror", (error) => console.log(mode, shot.name, error.message));
        await page.goto(`http://localhost:4179/${shot.page ?? ""}?${shot.query}`);
        await page.waitForTimeout(250);
        if (language === "en" && !shot.page)
          await page.locator(".language-switch button").nth(1).click();
        await shot.act?.(page);
        await page.waitForTimeout(350);
        await page.screenshot({ path: join(out, `${shot.name}-${mode}.png`) });
        await page.close();
      }
    }
  }
}
await browser.close();
server.close();
