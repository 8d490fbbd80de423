import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("src/styles/tokens.css", "utf8");
const block = (selector: string): Map<string, string> => {
  const body = css.slice(css.indexOf(selector)).split("}")[0] ?? "";
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map((found) => [
      found[1] ?? "",
      found[2] ?? "",
    ]),
  );
};
const light = block(":root {");
const themes = { light, dark: new Map([...light, ...block(':root[data-theme="dark"]')]) };

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const channel = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const grounds = ["--panel", "--sunk", "--ground", "--bar", "--accent-soft"];
const text: Array<[string, string]> = [
  ...grounds.flatMap((ground) =>
    ["--ink", "--ink-2", "--ink-3"].map((ink): [string, string] => [ink, ground]),
  ),
  ["--ink-2", "--cap"],
  ["--ink-2", "--red-soft"],
  ["--ink-2", "--amber-soft"],
  ["--ink", "--red-soft"],
  ["--ink-3", "--red-soft"],
  ["--red", "--panel"],
  ["--red", "--red-soft"],
  ["--red", "--sunk"],
  ["--red", "--accent-soft"],
  ["--amber", "--panel"],
  ["--amber", "--amber-soft"],
  ["--amber", "--accent-soft"],
  ["--green", "--panel"],
  ["--green", "--green-soft"],
  ["--green", "--accent-soft"],
  ["--accent-ink", "--panel"],
  ["--accent-ink", "--accent-soft"],
  ["--accent-ink", "--sunk"],
  ["--on-accent", "--accent"],
  ["--on-accent", "--accent-hover"],
  ["--on-danger", "--danger"],
  ["--on-danger", "--danger-hover"],
  ["--on-badge", "--badge"],
  ["--rail-ink", "--rail"],
  ["--on-rail", "--rail-on"],
  ["--red", "--bar"],
];
const lines: Array<[string, string]> = [
  ["--line-strong", "--panel"],
  ["--focus", "--panel"],
  ["--focus", "--ground"],
  ["--focus", "--accent-soft"],
  ["--rail-mark", "--rail-on"],
];

for (const [name, tokens] of Object.entries(themes)) {
  const ratio = ([a, b]: [string, string]): number =>
    contrast(tokens.get(a) ?? "#000000", tokens.get(b) ?? "#000000");
  test(`text_reaches_aa_in_${name}`, () => {
    expect(
      text
        .filter((pair) => ratio(pair) < 4.5)
        .map((pair) => `${pair.join(" on ")} ${ratio(pair).toFixed(2)}`),
    ).toEqual([]);
  });
  test(`edges_of_fields_and_the_focus_ring_can_be_seen_in_${name}`, () => {
    expect(
      lines
        .filter((pair) => ratio(pair) < 3)
        .map((pair) => `${pair.join(" on ")} ${ratio(pair).toFixed(2)}`),
    ).toEqual([]);
  });
}

test("a_filled_button_stays_filled_under_the_mouse", () => {
  // The hover of plain buttons is the more specific rule: white words on a light ground.
  const button = readFileSync("src/components/AppButton.vue", "utf8");
  const filled = [...button.matchAll(/\.app-button\.(\w+) \{[^}]*color: var\(--on-/g)].map(
    (found) => found[1] ?? "",
  );
  expect(filled).toEqual(["primary", "danger"]);
  for (const kind of filled)
    expect(button).toMatch(
      new RegExp(`\\.app-button\\.${kind}:hover:not\\(:disabled\\) {\\s+background: var\\(--`),
    );
});
