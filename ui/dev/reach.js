// How look.js comes to a screen.
export const go = (hash) => async (page) => {
  await page.evaluate((to) => (location.hash = to), hash);
};
export const firstRow = (hash) => async (page) => {
  await go(hash)(page);
  await page.waitForTimeout(300);
  await page.locator("[role=grid]").focus();
  await page.keyboard.press("ArrowDown");
};
export const fillWizard = async (page) => {
  const boxes = page.locator(".wizard-page input.field-box");
  await boxes.nth(0).fill("仁和健康体检中心");
  await boxes.nth(1).fill("北京市朝阳区安立路 60 号");
  await boxes.nth(2).fill("010-66661234");
};
export const toAdmin = async (page) => {
  await fillWizard(page);
  await page.locator("button[type=submit]").click();
  for (const [i, words] of [
    "1001",
    "李敏",
    "correct horse battery",
    "correct horse battery",
  ].entries())
    await page.locator(".wizard-page input").nth(i).fill(words);
  await page.waitForTimeout(400);
};
export const toContent = async (page) => {
  await toAdmin(page);
  await page.locator("button[type=submit]").click();
};
export const toCodes = async (page) => {
  await toContent(page);
  await page.locator("button[type=submit]").click();
  await page.waitForTimeout(200);
};
