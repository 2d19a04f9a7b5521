/** In a real browser: a Typebot becomes a draft, is translated, and an example becomes a flow of one's own. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { signedIn } from "../support/signed-in.ts";

const file = path.join(
  fileURLToPath(new URL("../..", import.meta.url)),
  "flow-engine/src/import/typebot/fixtures/lead.json",
);

let browser: Browser;
let product: Product;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  ({ page } = await signedIn(browser, product.server.url));
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

describe("a marketer who comes from elsewhere", () => {
  it("drops a Typebot, reads what became of it, and has it on the canvas", async () => {
    await page.getByRole("button", { name: "Import" }).click();
    await page.locator("input[type=file]").setInputFiles(file);
    const report = page.getByRole("region", { name: "Report" });
    await report
      .getByText(/It has JavaScript in it/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Make a draft" }).click();
    await page.waitForURL(/flows\/[0-9a-f-]{36}/);
    await page.locator(".react-flow__node").filter({ hasText: "What's your full name?" }).waitFor();
    expect(await page.locator(".react-flow__node").count()).toBeGreaterThan(10);
  });

  it("translates it beside the original, and finds it saved after a reload", async () => {
    const open = async () => {
      await page.getByRole("button", { name: "More for this flow" }).click();
      await page.getByRole("menuitem", { name: /Translations/ }).click();
    };
    await open();
    await page.getByRole("button", { name: "Add a language" }).click();
    await page.getByRole("combobox", { name: "Language" }).fill("es");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const field = page.getByRole("textbox", { name: /^ask: the text, in Spanish/ }).first();
    await field.fill("¿Cómo te llamas?");
    await page.getByText(/^1 of \d+ texts$/).waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("Saved").first().waitFor();
    await page.reload();
    await open();
    await page.getByText("¿Cómo te llamas?").first().waitFor();
    await page.keyboard.press("Escape");
  });

  it("makes a flow of its own out of an example", async () => {
    await page.goto(`${product.server.url}/flows`);
    await page.getByRole("button", { name: "New flow" }).first().click();
    await page.getByLabel("What should it do?").fill("survey");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /Satisfaction survey/ })
      .click();
    await page.getByRole("img", { name: "Preview on WhatsApp" }).waitFor();
    await page.getByLabel("Name").fill("Our survey");
    await page.getByRole("button", { name: "Create and open" }).click();
    await page.locator(".react-flow__node").filter({ hasText: "How was your visit" }).first().waitFor();
  });
});
