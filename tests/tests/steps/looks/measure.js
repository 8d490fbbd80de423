// Measures the screen as it is now; answers what a person would stumble over, one line each.
const [expected] = arguments;
const faults = [];
const say = (kind, e, more = "") => faults.push(`${kind}: ${name(e)}${more ? ` (${more})` : ""}`);
const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const name = (e) => {
  const own = e.id ? `#${e.id}` : typeof e.className === "string" && e.className ? `.${e.className.trim().split(/\s+/).join(".")}` : "";
  return `<${e.tagName.toLowerCase()}${own}> “${plain(e.innerText ?? e.value ?? "").slice(0, 40)}”`;
};
const sheets = [...document.querySelectorAll("dialog[open]")];
const top = sheets.at(-1) ?? document.body;
const seen = (e) => e.getClientRects().length > 0 && e.checkVisibility() && getComputedStyle(e).visibility !== "hidden" && !e.closest(".unseen,[inert]");
const all = (css, root = document) => [...root.querySelectorAll(css)].filter(seen);
const clips = (style) => style.overflowX !== "visible" || style.overflowY !== "visible";
const rolls = (way) => way === "auto" || way === "scroll";

// The frame and the page stay still.
for (const e of [document.scrollingElement, document.body, ...all(".frame,.frame-main,.page,.outside")]) {
  if (e.scrollHeight > e.clientHeight + 1) say("scrolls down", e, `${e.scrollHeight} > ${e.clientHeight}`);
  if (e.scrollWidth > e.clientWidth + 1) say("scrolls sideways", e, `${e.scrollWidth} > ${e.clientWidth}`);
}
// Nothing reaches out of a panel to the side.
for (const e of all(".panel-card,.panel-head,.panel-body,.panel-foot,.scroll,.sheet,.sheet-head,.sheet-body,.sheet-foot,.top,.foot,.rail,.data-row")) {
  if (e.scrollWidth > e.clientWidth + 1) say("too wide", e, `${e.scrollWidth} > ${e.clientWidth}`);
}
// Short words stand whole, on one line.
for (const e of all("button,.chip-tag,h1,h2,h3,legend,.form-field-label,[role=columnheader],[role=tab],.rail-place > span,kbd")) {
  const style = getComputedStyle(e);
  if (style.display === "inline") continue;
  if (e.scrollWidth > e.clientWidth + 1 && !(style.textOverflow === "ellipsis" && e.title)) say("cut", e, `${e.scrollWidth} > ${e.clientWidth}`);
}
const lines = (e) => {
  const range = document.createRange();
  range.selectNodeContents(e);
  return new Set([...range.getClientRects()].filter((r) => r.width > 1).map((r) => Math.round((r.top + r.bottom) / 14))).size;
};
for (const e of all(".app-button-words,.chip-tag,h1,h2,[role=columnheader],.rail-place > span,.foot > *,.top > *")) {
  const high = e.getBoundingClientRect().height;
  const line = Number.parseFloat(getComputedStyle(e).lineHeight) || 21;
  if (e.matches(".app-button-words,[role=columnheader],h1,h2,.rail-place > span") && high > line * 1.7) say("wraps", e, `${lines(e)} lines`);
}
// Text that its box cuts off without saying so.
const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const parent = node.parentElement;
  if (!plain(node.data) || !seen(parent) || parent.closest("select,textarea,svg,.unseen")) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const r of range.getClientRects()) {
    let [x, y] = [false, false];
    for (let box = parent; box && box !== document.documentElement; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.position === "fixed") break;
      if (!clips(style)) continue;
      const b = box.getBoundingClientRect();
      if (style.textOverflow === "ellipsis") x = true;
      if (box.title && style.webkitLineClamp !== "none") y = true;
      if (rolls(style.overflowX)) x = true;
      if (rolls(style.overflowY)) y = true;
      if (!x && (r.right > b.right + 1.5 || r.left < b.left - 1.5)) { say("cut off", parent, `by ${name(box).slice(0, 50)}`); break; }
      if (!y && (r.bottom > b.bottom + 3 || r.top < b.top - 3)) { say("cut off below", parent, `by ${name(box).slice(0, 50)}`); break; }
    }
  }
}
// What can be pressed lies beside what can be pressed, never under it.
const can = all("button,a[href],input,select,textarea,[role=combobox]", top).filter((e) => !e.disabled);
const resting = (e) => { let p = e; while (p && getComputedStyle(p).position !== "sticky") p = p.parentElement; return p; };
const boxOf = (e) => {
  let b = e.getBoundingClientRect();
  let box = { left: b.left, top: b.top, right: b.right, bottom: b.bottom };
  for (let p = e.parentElement; p; p = p.parentElement) {
    if (!clips(getComputedStyle(p))) continue;
    b = p.getBoundingClientRect();
    box = { left: Math.max(box.left, b.left), top: Math.max(box.top, b.top), right: Math.min(box.right, b.right), bottom: Math.min(box.bottom, b.bottom) };
  }
  return box;
};
const boxes = can.map((e) => [e, boxOf(e)]).filter(([, b]) => b.right - b.left > 2 && b.bottom - b.top > 2);
for (const [i, [a, p]] of boxes.entries()) {
  for (const [b, q] of boxes.slice(i + 1)) {
    // What stays in sight while the rest scrolls under it is no fault.
    if (resting(a) !== resting(b)) continue;
    if (a.contains(b) || b.contains(a) || a.closest(".toasts,.find-list,.popup-box") || b.closest(".toasts,.find-list,.popup-box")) continue;
    // A field's own button lies in it.
    if (a.closest(".date-input")?.contains(b)) continue;
    const wide = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const high = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (wide > 2 && high > 2) say("overlaps", a, name(b));
  }
}
// Words are words.
const said = [];
const reader = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = reader.nextNode(); node; node = reader.nextNode()) if (!node.parentElement.closest("[data-codes],script,style")) said.push(node.data);
const words = [...said, ...all("[title],[aria-label],[placeholder]").flatMap((e) => [e.title, e.getAttribute("aria-label"), e.getAttribute("placeholder")]), ...all("input:not([type=radio],[type=checkbox]),textarea").map((e) => e.value)].join("\n");
for (const raw of words.match(/\bundefined\b|\bNaN\b|\[object|\bnull\b|Invalid Date|\{\d?\}|\b[a-z]{2,}(?:_[a-z]+)+\b|\b[a-z]{3,}\.[a-z]+[A-Z][A-Za-z]*\b/g) ?? []) faults.push(`not for people: ${raw}`);
// One thing to do first, in each panel or in the dialog over them. Lines of a list have their own.
for (const part of sheets.length > 0 ? [top] : all(".panel-card,.outside-main,.page")) {
  const first = all(".app-button.primary", part).filter((e) => !e.closest("li") && (sheets.length > 0 || e.closest(".panel-card,.outside-main,.page") === part));
  if (first.length > 1) say("more than one primary button", first[1], `${first.length}`);
}
// Rows are dense.
for (const e of all(".data-row:not(.head)")) {
  const high = e.getBoundingClientRect().height;
  if (Math.abs(high - expected.row) > 1) { say("row height", e, `${high}`); break; }
}
return [...new Set(faults)];
