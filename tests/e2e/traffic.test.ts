/** Watching people in a flow: on its canvas, beside their chat and in the list of sessions, while they go on. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violationsOf } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { signedIn } from "../support/signed-in.ts";

let browser: Browser;
let product: Product;
let page: Page;
let flowId = "";

beforeAll(async () => {
  product = await startProduct();
  flowId = await product.publish({
    format: "hilo.flow/1",
    name: "Orders",
    language: "en",
    triggers: [{ type: "keyword", keyword: "order", mode: "word" }],
    nodes: [
      { id: "size", type: "ask", name: "Size", data: { text: "Which size?", kind: "text", saveAs: "size" } },
      { id: "town", type: "ask", name: "Town", data: { text: "Which town?", kind: "text", saveAs: "town" } },
    ],
    edges: [
      { id: "e0", source: "start", target: "size" },
      { id: "e1", source: "size", target: "town" },
    ],
  });
  browser = await openBrowser();
  page = (await signedIn(browser, product.server.url)).page;
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const phoneOf = (name: string) => `5730000${String(name.length * 1_111).padStart(6, "0")}`;
async function says(name: string, text: string): Promise<void> {
  const phone = phoneOf(name);
  await product.api("POST", "/simulator/phone", { phone, name });
  await product.api("POST", "/simulator/messages", { phone, name, message: { type: "text", text } });
}
const badge = (words: RegExp) => page.getByRole("button", { name: words });

// Each step goes on where the one before it ended: it is one story, told in sentences.
describe("people in a flow", () => {
  it("are counted on its canvas, live: where they stand and along which line they went", async () => {
    await page.goto(`${product.server.url}/flows/${flowId}`);
    await page.getByRole("button", { name: "Traffic" }).click();
    await page.getByText("Nobody has been here in this time.").waitFor();
    await says("Ana", "order");
    await says("Benny", "order");
    await badge(/^Size.* 2 people are here now$/).waitFor();
    await says("Benny", "large");
    await badge(/^Town.* 1 person is here now$/).waitFor();
    await page.getByText("1 went this way, 50% of those who came").waitFor({ state: "attached" });
    expect(await violationsOf(page)).toEqual([]);
    await page.reload();
    await badge(/^Town/).waitFor();
  });

  it("are named at their step, and their chat shows them there until they go on", async () => {
    await badge(/^Size/).click();
    const panel = page.getByRole("dialog", { name: "Size" });
    expect(await violationsOf(page)).toEqual([]);
    await panel.getByRole("link", { name: "Ana" }).click();
    const here = page.locator("article[data-here]");
    await here.filter({ hasText: "Which size?" }).waitFor();
    await says("Ana", "small");
    await here.filter({ hasText: "Which town?" }).waitFor();
    await page.getByRole("button", { name: "Enlarge the drawing" }).click();
    await page.getByRole("dialog", { name: "Orders" }).getByText("Here now").waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
  });

  it("are found by their step in the list of sessions, and leave the flow together", async () => {
    await page.goto(`${product.server.url}/flows/${flowId}`);
    await badge(/^Town.* 2 people are here now$/).click();
    await page.getByRole("link", { name: "See all 2 sessions" }).click();
    await page.getByText("At “Town”").first().waitFor();
    await page.getByRole("checkbox", { name: "Select all that are shown and under way" }).click();
    await page.getByText("2 selected").locator("..").getByRole("button", { name: "End" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "End" }).click();
    await page.getByText("2 sessions were ended").waitFor();
    await page.getByText("No session fits").waitFor();
    await page.goto(`${product.server.url}/flows/${flowId}`);
    await badge(/^Town 2 runs ended here early$/).waitFor();
  });
});
