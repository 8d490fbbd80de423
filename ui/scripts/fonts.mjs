// Copies the fonts that vouchers and ledgers are printed with, and their licence,
// from the npm package to src-tauri/resources/fonts. Refuses any other file than
// the ones the prints were looked at with. Does nothing when they are in place.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ui = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(ui, "node_modules", "@expo-google-fonts", "noto-sans-sc");
const target = join(dirname(ui), "src-tauri", "resources", "fonts");

const FILES = [
  {
    from: ["400Regular", "NotoSansSC_400Regular.ttf"],
    sha256: "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
  },
  {
    from: ["700Bold", "NotoSansSC_700Bold.ttf"],
    sha256: "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
  },
  {
    from: ["LICENSE_FONT"],
    sha256: "1c05c68c34f9708415aada51f17e1b0092d2cea709bf4a94cd38114f9e73d7d9",
  },
];

const hash = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

mkdirSync(target, { recursive: true });
for (const { from, sha256 } of FILES) {
  const name = from.at(-1);
  const to = join(target, name);
  if (existsSync(to) && hash(to) === sha256) continue;
  const path = join(source, ...from);
  if (!existsSync(path)) {
    console.error(`${name}: not found. Run "npm ci" in ui/ first.`);
    process.exit(1);
  }
  const found = hash(path);
  if (found !== sha256) {
    console.error(
      `${name}: another file than expected.\n  expected ${sha256}\n  found    ${found}`,
    );
    process.exit(1);
  }
  // Renamed into place, so that a build never reads half a font.
  copyFileSync(path, `${to}.new`);
  renameSync(`${to}.new`, to);
  console.log(`${name}: copied`);
}
