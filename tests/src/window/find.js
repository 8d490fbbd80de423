// Finds what a person means by a name, as a person would: what it says first of all.
// "name#2" is the second of that name. What lies in an open dialog is meant before what lies under it.
const [kind, asked] = arguments;
const [, name, nth] = asked.match(/^(.*?)(?:#(\d+))?$/s);
const FIELD = "input,textarea,select,[contenteditable=true],[role=combobox]";
const CAN = "button,a,summary,label,option,[role=button],[role=option],[role=menuitem],[role=tab],[role=radio],[role=checkbox],[role=switch],[role=row],tr,li";

const visible = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== "hidden";
const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
// The key written on a button is not part of its name.
const says = (e) => plain([...e.querySelectorAll("kbd")].reduce((text, key) => text.replace(key.innerText, ""), e.innerText ?? ""));
const inner = (e) => (e.matches(FIELD) ? e : e.querySelector(FIELD));
const marked = (root) => [...root.querySelectorAll(`[data-test="${CSS.escape(name)}"]`)];

function fields(root) {
  const labels = [...root.querySelectorAll("label")].filter((e) => says(e) === name || says(e).startsWith(`${name} ·`));
  const found = [...marked(root), ...root.querySelectorAll(`[aria-label="${CSS.escape(name)}"],[placeholder="${CSS.escape(name)}"]`)].map(inner);
  return [...found, ...labels.map((e) => e.control ?? inner(e) ?? inner(e.parentElement))];
}

function things(root) {
  const can = [...root.querySelectorAll(CAN)];
  const exact = can.filter((e) => says(e) === name || e.getAttribute("aria-label") === name);
  const words = () => [...root.querySelectorAll("*")].filter((e) => e.children.length === 0 && plain(e.innerText) === name);
  const begins = () => can.filter((e) => says(e).startsWith(name));
  return [marked(root), exact].find((list) => list.some(visible)) ?? [words(), begins()].find((list) => list.some(visible)) ?? [];
}

function parts(root) {
  const regions = [...root.querySelectorAll(`[aria-label="${CSS.escape(name)}"]`)];
  return [...marked(root), ...regions, ...fields(root)];
}

const ways = { field: fields, thing: things, part: parts };
const dialogs = [...document.querySelectorAll("dialog[open],[role=dialog],[role=listbox]")].filter(visible).reverse();
for (const root of [...dialogs, document]) {
  const found = [...new Set(ways[kind](root))].filter((e) => e && (visible(e) || e.type === "checkbox" || e.type === "radio"));
  if (found.length >= (nth ?? 1)) return found[(nth ?? 1) - 1];
}
return null;
