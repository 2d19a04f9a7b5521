/** A marketer tries a flow as Instagram shows it, in another language and over a night, then plays every kept test. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violationsOf } from "../support/axe.ts";
import { openBrowser, type Person } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { card, signedIn } from "../support/signed-in.ts";

let browser: Browser;
let product: Product;
let person: Person;
let page: Page;
let flowId = "";

const rows = ["Pizza", "Pasta"].map((title, n) => ({ id: `r${n}`, title }));
const kept = (name: string, keyword: string, answer: string) => ({
  format: "hilo.transcript/1",
  name,
  start: "2026-03-10T10:00:00Z",
  steps: [{ customer: keyword }, { bot: answer }, { bot: { type: "list" } }],
});
const flow = (name: string, keyword: string, tests: unknown[]) => ({
  format: "hilo.flow/1",
  name,
  language: "en",
  triggers: [{ type: "keyword", keyword, mode: "word" }],
  nodes: [
    { id: "n0", type: "text", data: { text: "Welcome" } },
    {
      id: "n1",
      type: "list",
      data: { text: "What would you like?", button: "See menu", saveAs: "dish", sections: [{ rows }] },
    },
    { id: "n2", type: "wait", data: { amount: 10, unit: "hours" } },
    { id: "n3", type: "text", data: { text: "Was your {{ dish }} good?" } },
  ],
  edges: [
    { id: "e0", source: "start", target: "n0" },
    { id: "e1", source: "n0", target: "n1" },
    ...rows.map(({ id }) => ({ id: `e-${id}`, source: "n1", sourceHandle: id, target: "n2" })),
    { id: "e2", source: "n2", target: "n3" },
  ],
  translations: { es: { n0: { text: "Bienvenida" } } },
  tests,
});

beforeAll(async () => {
  product = await startProduct();
  flowId = await product.publish(flow("Dinner", "menu", [kept("Greets", "menu", "Welcome")]));
  await product.publish(flow("Broken", "other", [kept("Says hello", "other", "Hello")]));
  browser = await openBrowser();
  person = await signedIn(browser, product.server.url);
  page = person.page;
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const phone = () => page.getByLabel("Simulator", { exact: true }).first();
const chat = () => phone().getByRole("log", { name: "Chat" });
const runDraft = () => phone().getByRole("button", { name: "Run this draft" }).click();

// Each step goes on where the one before it ended.
describe("trying a flow", () => {
  it("plays it as Instagram shows it, and says what that changed", async () => {
    await page.goto(`${product.server.url}/flows/${flowId}`);
    await page.getByRole("button", { name: "Test", exact: true }).click();
    await phone().getByRole("button", { name: "Played on WhatsApp: change" }).click();
    await page.getByRole("menuitem", { name: "Instagram" }).click();
    await phone().getByRole("button", { name: "Played on Instagram: change" }).waitFor();
    await runDraft();
    await chat().getByText("Sent as quick replies").waitFor();
    await chat().getByRole("button", { name: "Pizza" }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it("taps a quick reply, and lets the night pass for this person", async () => {
    await chat().getByRole("button", { name: "Pizza" }).click();
    await phone().getByText("dish", { exact: true }).waitFor();
    expect(await chat().getByRole("button", { name: "Pasta" }).count()).toBe(0);
    await phone().getByRole("button", { name: "Let time pass" }).click();
    await page.getByRole("menuitem", { name: "A day" }).click();
    await chat().getByText("Was your Pizza good?").waitFor();
    await phone().getByText("+1 d").waitFor();
  });

  it("quotes what was said before", async () => {
    await chat().getByText("Was your Pizza good?").hover();
    await chat().getByRole("button", { name: "Quote and answer" }).last().click();
    const box = phone().getByRole("textbox", { name: "Message" });
    await box.fill("Very");
    await box.press("Enter");
    await chat().getByText("Very", { exact: true }).waitFor();
    expect(await chat().getByText("Was your Pizza good?").count()).toBe(2);
  });

  it("speaks another language", async () => {
    await phone().getByText("as ", { exact: false }).first().click();
    await page.getByRole("menuitem", { name: "Spanish" }).click();
    await phone().getByText("· es").waitFor();
    await phone().getByRole("button", { name: "New chat" }).click();
    await phone().getByText("+1 d").waitFor({ state: "detached" });
    await runDraft();
    await chat().getByText("Bienvenida").waitFor();
  });

  it("plays from a step, with what the flow would remember", async () => {
    // The run has come to rest: while its path is drawn, cards may still move.
    await phone().getByText("Paused", { exact: true }).waitFor();
    await card(page, "Was your").click();
    await page.getByRole("button", { name: "Play from here" }).click();
    await page.getByRole("textbox", { name: "Value of variable 1" }).fill("soup");
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await chat().getByText("Was your soup good?").waitFor();
  });

  it("is used on a phone too", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await page.getByRole("button", { name: "Test", exact: true }).click();
    await chat().getByText("Was your soup good?").waitFor();
    await phone().getByRole("button", { name: "Let time pass" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it("plays the tests of all flows, and goes to the one that fails", async () => {
    await page.goto(`${product.server.url}/flows`);
    await page.getByRole("button", { name: "Run all tests" }).click();
    // Those of the examples pass, too.
    const status = page.getByRole("status").getByText(/^1 of \d+ failed$/);
    await status.waitFor();
    await page.getByRole("button", { name: "Run again" }).and(page.locator(":not([data-loading])")).waitFor();
    expect(Number(/of (\d+)/.exec((await status.textContent()) ?? "")?.[1])).toBeGreaterThan(30);
    await page
      .getByText(/Step 2, the bot/)
      .first()
      .waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("link", { name: "Broken" }).click();
    await page.waitForURL(/\/flows\/[\w-]+$/);
    await card(page, "Welcome").waitFor();
    expect(person.errors).toEqual([]);
  });
});
