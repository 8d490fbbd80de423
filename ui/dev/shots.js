// The screens that look.js takes, and how each is reached.
import { go, firstRow, toAdmin, toContent, toCodes } from "./reach.js";

/** Name, address, and what is done on the page before the picture. */
export const shots = [
  { name: "board", query: "training" },
  { name: "gallery", query: "", page: "gallery.html" },
  {
    name: "gallery-date",
    query: "",
    page: "gallery.html",
    act: async (page) => page.locator(".el-date-editor input").click(),
  },
  {
    name: "gallery-select",
    query: "",
    page: "gallery.html",
    act: async (page) => page.locator(".el-select").click(),
  },
  {
    name: "gallery-large",
    query: "",
    page: "gallery.html",
    act: async (page) => page.evaluate(() => (document.documentElement.dataset.text = "larger")),
  },
  { name: "backups", query: "second=there", act: async (page) => await firstRow("/backups")(page) },
  { name: "backups-none", query: "bare&overdue", act: go("/backups") },
  {
    name: "backups-restore",
    query: "second=away&failure=store_full",
    act: async (page) => (await firstRow("/backups")(page), await page.keyboard.press("r")),
  },
  {
    name: "restore-outside",
    query: "phase=locked",
    act: async (page) => await page.locator("[data-test=from-backup]").click(),
  },
  {
    name: "restore-damaged",
    query: "phase=damaged",
    act: async (page) => (
      await page.waitForTimeout(200),
      await page.locator("input[name]").nth(1).check(),
      await page.locator("button[type=submit]").click()
    ),
  },
  { name: "alarm", query: "phase=alarm&alarm=missing" },
  {
    name: "alarm-no-head",
    query: "phase=alarm&alarm=no_head",
    act: async (page) => page.locator("[data-test=alarm-go-on]").click(),
  },
  { name: "restored", query: "phase=locked&restored" },
  { name: "not-restored", query: "phase=locked&restored=backup_refused" },
  {
    name: "replace-keys",
    query: "",
    act: async (page) => (
      await firstRow("/staff")(page),
      await page.locator("[data-test=staff-remove]").click()
    ),
  },
  {
    name: "computer-lost",
    query: "",
    act: async (page) => (await go("/institution")(page), await page.waitForTimeout(300)),
  },
  {
    name: "hand-out",
    query: "",
    act: async (page) => (
      await go("/institution")(page),
      await page.locator("[data-test=computer-lost]").click(),
      await page.locator(".sheet input").nth(0).fill("x"),
      await page.locator(".sheet input").nth(1).fill("x"),
      await page.locator("[data-test=keys-replace]").click()
    ),
  },
  { name: "must-change", query: "change" },
  { name: "more", query: "", act: go("/more") },
  { name: "staff", query: "", act: async (page) => await firstRow("/staff")(page) },
  {
    name: "staff-add",
    query: "",
    act: async (page) => (
      await go("/staff")(page),
      await page.waitForTimeout(300),
      await page.keyboard.press("n"),
      await page.waitForTimeout(100),
      await page.keyboard.press("Enter")
    ),
  },
  {
    name: "staff-role",
    query: "",
    act: async (page) => (
      await firstRow("/staff")(page),
      await page.locator(".staff-actions button").first().click(),
      await page.waitForTimeout(100),
      await page.keyboard.press("Enter")
    ),
  },
  {
    name: "retention",
    query: "",
    act: async (page) => (
      await go("/retention")(page),
      await page.waitForTimeout(300),
      await page.locator("[role=row]").nth(3).click()
    ),
  },
  {
    name: "retention-destroy",
    query: "",
    act: async (page) => (
      await go("/retention")(page),
      await page.waitForTimeout(300),
      await page.keyboard.press("d")
    ),
  },
  {
    name: "retention-records",
    query: "",
    act: async (page) => (
      await go("/retention")(page),
      await page.waitForTimeout(300),
      await page.locator(".choice").nth(1).click(),
      await page.waitForTimeout(200),
      await page.locator("[role=row]").nth(1).click()
    ),
  },
  {
    name: "requests",
    query: "",
    act: async (page) => (
      await go("/requests")(page),
      await page.waitForTimeout(300),
      await page.locator("[role=row]").nth(1).click()
    ),
  },
  {
    name: "requests-erase",
    query: "",
    act: async (page) => (
      await go("/requests")(page),
      await page.waitForTimeout(300),
      await page.locator("[role=row]").nth(1).click(),
      await page.waitForTimeout(200),
      await page.locator("[data-test=request-erase]").click()
    ),
  },
  {
    name: "requests-see",
    query: "",
    act: async (page) => (
      await go("/requests")(page),
      await page.waitForTimeout(300),
      await page.locator("[role=row]").nth(2).click(),
      await page.waitForTimeout(200),
      await page.locator("[data-test=request-see]").click()
    ),
  },
  {
    name: "requests-record",
    query: "",
    act: async (page) => (
      await go("/requests")(page),
      await page.waitForTimeout(300),
      await page.keyboard.press("n"),
      await page.waitForTimeout(200),
      await page.locator("[data-test=request-find]").fill("张"),
      await page.waitForTimeout(300)
    ),
  },
  { name: "preferences", query: "", act: go("/preferences") },
  {
    name: "keys",
    query: "",
    act: async (page) => (
      await go("/staff")(page),
      await page.waitForTimeout(300),
      await page.keyboard.press("?")
    ),
  },
  {
    name: "find",
    query: "",
    act: async (page) => (await page.keyboard.press("Control+k"), await page.keyboard.type("人")),
  },
  { name: "lock", query: "", act: async (page) => page.keyboard.press("Control+l") },
  {
    name: "sign-in",
    query: "phase=locked",
    act: async (page) => (
      await page.locator("input").nth(0).fill("1001"),
      await page.locator("input").nth(1).fill("x"),
      await page.keyboard.press("Enter")
    ),
  },
  {
    name: "forgot",
    query: "phase=locked",
    act: async (page) => (
      await page.locator("[data-test=forgot]").click(),
      await page.waitForTimeout(200)
    ),
  },
  {
    name: "forgot-typo",
    query: "phase=locked",
    act: async (page) => {
      await page.locator("[data-test=forgot]").click();
      for (const [i, words] of [
        "7k2qx m4t9b r8wz3 h5cna 2p6vd j9efg q1s0y",
        "1001",
        "correct horse battery",
        "correct horse battery",
      ].entries())
        await page.locator(".recover input").nth(i).fill(words);
      await page.waitForTimeout(400);
      await page.locator("[data-test=recover-do]").click();
    },
  },
  {
    name: "staff-code",
    query: "",
    act: async (page) => (
      await firstRow("/staff")(page),
      await page.keyboard.press("ArrowDown"),
      await page.locator("[data-test=staff-reset]").click(),
      await page.waitForTimeout(200),
      await page.locator(".confirm-offers button").first().click(),
      await page.locator(".sheet-foot button[type=submit]").click()
    ),
  },
  {
    name: "staff-reset",
    query: "",
    act: async (page) => (
      await firstRow("/staff")(page),
      await page.keyboard.press("ArrowDown"),
      await page.locator("[data-test=staff-reset]").click()
    ),
  },
  { name: "institution", query: "", act: go("/institution") },
  {
    name: "renew-ask",
    query: "",
    act: async (page) => (
      await go("/institution")(page),
      await page.waitForTimeout(300),
      await page.locator("[data-test=renew-codes]").click()
    ),
  },
  {
    name: "renew-codes",
    query: "",
    act: async (page) => (
      await go("/institution")(page),
      await page.waitForTimeout(300),
      await page.locator("[data-test=renew-codes]").click(),
      await page.waitForTimeout(200),
      await page.locator(".sheet-body input").fill("x"),
      await page.keyboard.press("Enter")
    ),
  },
  {
    name: "journal-paper",
    query: "",
    act: async (page) => (
      await go("/journal")(page),
      await page.waitForTimeout(300),
      await page.locator("[data-test=journal-paper]").click(),
      await page.waitForTimeout(200),
      await page.locator(".sheet-body input").fill("48220 0f3a77c012be5d9014aa"),
      await page.keyboard.press("Enter")
    ),
  },
  {
    name: "confirming",
    query: "phase=confirming",
    act: async (page) => (
      await page.locator("input").nth(0).fill("1001"),
      await page.locator("input").nth(1).fill("abcd"),
      await page.keyboard.press("Enter")
    ),
  },
  { name: "setup-1", query: "phase=empty" },
  {
    name: "setup-1-wrong",
    query: "phase=empty",
    act: async (page) => page.locator("button[type=submit]").click(),
  },
  { name: "setup-2", query: "phase=empty", act: toAdmin },
  { name: "setup-3", query: "phase=empty", act: toContent },
  { name: "setup-4", query: "phase=empty", act: toCodes },
  {
    name: "setup-5",
    query: "phase=empty",
    act: async (page) => (await toCodes(page), await page.locator("button[type=submit]").click()),
  },
];
