/** What is wrong with a page by axe: WCAG 2.2 A and AA. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { z } from "zod";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const resultSchema = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What another look of the same page can break, and names of controls that only it shows: the rest is the same document. */
const OF_LOOKS = [
  "color-contrast",
  "link-in-text-block",
  "target-size",
  "scrollable-region-focusable",
  "aria-hidden-focus",
  "button-name",
  "link-name",
  "label",
  "select-name",
];

/** @param again the page was judged in another look @returns lines that say where */
export async function violationsOf(page: Page, again = false): Promise<string[]> {
  // Nothing is judged half faded in; what pulses for ever is not waited for.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== "running" || effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
      ),
  );
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async (only) => {
      const inPage: { run(root: Document, options: object): Promise<{ violations: unknown }> } = Reflect.get(
        window,
        "axe",
      );
      return (await inPage.run(document, { runOnly: only })).violations;
    },
    again ? { type: "rule" as const, values: OF_LOOKS } : TAGS,
  );
  return resultSchema
    .parse(found)
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
