/** A walk through a page by the Tab key. */
import type { Page } from "playwright-core";

const MOST_TABS = 200;

/** Controls that are seen and can be used, of which Tab has not come by; and those that do not show it when it does. */
export async function byTab(page: Page): Promise<{ missed: string[]; unmarked: string[] }> {
  await page.evaluate(markControls);
  const unmarked = new Set<string>();
  for (let presses = 0; presses < MOST_TABS; presses++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(noteFocus);
    if (at === "again") break;
    if (at !== "") unmarked.add(at);
  }
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll("[data-to-reach]")].map((one) => one.outerHTML.slice(0, 160)),
  );
  return { missed, unmarked: [...unmarked] };
}
/** In the page. Of a group of radio buttons Tab comes by one, and arrows by the others. */
function markControls(): void {
  const controls = "a[href], button, input, select, textarea, [tabindex]";
  for (const one of document.querySelectorAll<HTMLElement>(controls)) {
    const radio = one instanceof HTMLInputElement && one.type === "radio" && !one.checked;
    const seen = one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (seen && one.tabIndex >= 0 && !radio && !one.matches(":disabled, [aria-hidden] *"))
      one.dataset.toReach = "";
  }
}

/** In the page. @returns what does not show that it has the focus, nothing when it does, `again` after the last */
function noteFocus(): string {
  const one = document.activeElement;
  if (!(one instanceof HTMLElement) || one === document.body || one.dataset.reached !== undefined)
    return "again";
  one.dataset.reached = "";
  delete one.dataset.toReach;
  // A link over a whole row marks the row.
  const looks = [getComputedStyle(one), getComputedStyle(one, "::after")];
  const framed = looks.some(({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none");
  const marked = framed || one.matches("input, textarea, select");
  return marked ? "" : one.outerHTML.slice(0, 160);
}
