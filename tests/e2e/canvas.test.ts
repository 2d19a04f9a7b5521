/** The canvas in a real browser: drawn without a mouse, published and tried; two tabs; versions; what must not be lost. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type Person } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { until } from "../support/server-process.ts";
import { card, signedIn } from "../support/signed-in.ts";

let browser: Browser;
let product: Product;
let ana: Person;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  ana = await signedIn(browser, product.server.url);
  page = ana.page;
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});
/** Two who save at once: one is refused, merges and saves again. The browser prints the refusal. */
const REFUSED_ONCE = /status of 409/;
afterEach(() => expect(ana.errors.filter((error) => !REFUSED_ONCE.test(error))).toEqual([]));

const GREETING = {
  format: "hilo.flow/1",
  name: "Greeting",
  language: "en",
  triggers: [{ type: "keyword", keyword: "hello", mode: "word" }],
  nodes: [
    { id: "start", type: "start", data: {}, position: { x: 0, y: 0 } },
    { id: "n1", type: "text", data: { text: "Good morning" }, position: { x: 400, y: 0 } },
    { id: "n2", type: "text", data: { text: "Good bye" }, position: { x: 800, y: 0 } },
  ],
  edges: [
    { id: "e0", source: "start", target: "n1" },
    { id: "e1", source: "n1", target: "n2" },
  ],
};
interface Definition {
  nodes: { id: string; type: string; data: { text?: string } }[];
  edges: { source: string; target: string }[];
  editor?: { stickies: { text: string }[] };
}

async function newFlow(name: string): Promise<string> {
  const body = { name, definition: { ...GREETING, name } };
  return (await product.api<{ id: string }>("POST", "/flows", body)).id;
}
async function saved(id: string): Promise<Definition> {
  return (await product.api<{ definition: Definition }>("GET", `/flows/${id}`)).definition;
}
const textsOf = async (id: string) =>
  (await saved(id)).nodes.flatMap(({ data }) => (data.text === undefined ? [] : [data.text])).sort();
async function open(id: string, where = page): Promise<void> {
  await where.goto(`${product.server.url}/flows/${id}`);
  await card(where, "Start").waitFor();
}
/** The box of the selected text step, wherever the form puts it. */
const message = (where: Page) =>
  where.getByRole("complementary", { name: /^Step/ }).getByLabel("Message", { exact: true });
const savedMark = (where = page) => where.getByText("Saved", { exact: true }).waitFor();

describe("without a mouse", () => {
  it("draws a flow from nothing, publishes it and tries it", async () => {
    const { id } = await product.api<{ id: string }>("POST", "/flows", { name: "By keys" });
    await open(id);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("/");
    await page.getByRole("dialog", { name: "Add a step" }).getByRole("textbox").fill("text");
    await page.keyboard.press("Enter");
    await message(page).fill("Drawn by keys");
    await page.getByRole("button", { name: "Close the form" }).focus();
    await page.keyboard.press("Enter");
    // The new step hangs on the start by itself.
    await savedMark();
    await until(async () => (await saved(id)).edges.length === 1, "the step is connected");
    await page.keyboard.press("Control+k");
    const palette = page.getByPlaceholder("What would you like to do?");
    await palette.fill("add: end");
    await page.keyboard.press("Enter");
    await card(page, "End").waitFor();
    await palette.waitFor({ state: "hidden" });
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("c");
    await page.getByRole("dialog", { name: "Lead to another step" }).getByRole("textbox").fill("end");
    await page.keyboard.press("Enter");
    await until(async () => (await saved(id)).edges.length === 2, "the end is connected");

    const { definition } = await product.api<{ definition: object }>("GET", `/flows/${id}`);
    const triggers = [{ type: "keyword", keyword: "keys", mode: "word" }];
    await product.api("PUT", `/flows/${id}`, { name: "By keys", definition: { ...definition, triggers } });
    await page.getByText("keys", { exact: false }).first().waitFor();
    await page.getByRole("button", { name: "Publish", exact: true }).press("Enter");
    await page.getByRole("button", { name: "Publish version 1" }).press("Enter");
    await page.getByText("Version 1 is live").waitFor();
    await page.getByRole("button", { name: "Test", exact: true }).press("Enter");
    const box = page
      .getByRole("complementary", { name: "Simulator" })
      .or(page.getByLabel("Simulator"))
      .first()
      .getByRole("textbox", { name: "Message" });
    await box.fill("keys");
    await box.press("Enter");
    await page.getByRole("log").or(page.getByLabel("Simulator")).getByText("Drawn by keys").first().waitFor();
  });

  it("replaces a step keeping its edges, and goes back and forth by name", async () => {
    const id = await newFlow("Replaced");
    await open(id);
    await page.keyboard.press("Control+f");
    await page.getByRole("dialog", { name: "Find in this flow" }).getByRole("textbox").fill("morning");
    await page.keyboard.press("Enter");
    await page.keyboard.press("r");
    await page.getByRole("dialog", { name: "Replace by" }).getByRole("textbox").fill("question");
    await page.keyboard.press("Enter");
    await until(async () => (await saved(id)).nodes.some(({ type }) => type === "ask"), "it is a question");
    const { nodes, edges } = await saved(id);
    const question = nodes.find(({ type }) => type === "ask");
    expect(question?.data.text).toBe("Good morning");
    expect(edges.map(({ source, target }) => [source, target])).toEqual(
      expect.arrayContaining([
        ["start", question?.id],
        [question?.id, "n2"],
      ]),
    );
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await until(
      async () => (await saved(id)).nodes.every(({ type }) => type !== "ask"),
      "it is a text again",
    );
  });

  it("shows every shortcut on one sheet", async () => {
    await open(await newFlow("Sheet"));
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).getByText("Find in this flow").waitFor();
    await page.keyboard.press("Escape");
  });
});

describe("on the canvas", () => {
  it("tidies up only when told to keep it", async () => {
    const id = await newFlow("Tidy");
    await open(id);
    const before = JSON.stringify((await saved(id)).nodes);
    await page.keyboard.press("Shift+T");
    await page.getByRole("button", { name: "Discard" }).click();
    await page.keyboard.press("Shift+T");
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await until(async () => JSON.stringify((await saved(id)).nodes) !== before, "the places are kept");
  });

  it("keeps notes, and copies steps to another flow in another tab", async () => {
    const id = await newFlow("Copied from");
    await ana.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(id);
    await page.keyboard.press("n");
    await page.keyboard.type("Ask sales");
    await until(async () => (await saved(id)).editor?.stickies[0]?.text === "Ask sales", "the note is kept");
    await page.keyboard.press("Escape");
    await page.locator(".react-flow__pane").click({ position: { x: 10, y: 10 } });
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    const other = await newFlow("Copied to");
    const tab = await ana.context.newPage();
    await open(other, tab);
    await tab.keyboard.press("Control+v");
    await until(
      async () => (await textsOf(other)).filter((text) => text === "Good morning").length === 2,
      "the steps are pasted",
    );
    expect(new Set((await saved(other)).nodes.map((node) => node.id)).size).toBe(5);
    await tab.close();
  });
});

describe("after a reload", () => {
  it("a duplicate is still there and a deleted step is gone", async () => {
    const id = await newFlow("Reloaded");
    await open(id);
    await card(page, "Good morning").click();
    await page.getByRole("button", { name: "Duplicate this step" }).click();
    await page.keyboard.press("Escape");
    await card(page, "Good bye").click();
    await page.getByRole("button", { name: "Delete this step" }).click();
    await savedMark();
    await page.reload();
    await card(page, "Start").waitFor();
    expect((await textsOf(id)).filter((text) => text === "Good morning")).toHaveLength(2);
    expect(await textsOf(id)).not.toContain("Good bye");
    expect(await page.locator(".react-flow__node-step").filter({ hasText: "Good morning" }).count()).toBe(2);
    expect(await page.locator(".react-flow__node-step").filter({ hasText: "Good bye" }).count()).toBe(0);
  });
});

describe("two tabs on one flow", () => {
  it("type at the same time: each sees the other's words, and nothing is lost", async () => {
    const id = await newFlow("Together");
    await open(id);
    const tab = await ana.context.newPage();
    await open(id, tab);
    await card(page, "Good morning").click();
    await card(tab, "Good bye").click();
    await page.getByLabel("Ana has this flow open too").waitFor();
    for (const where of [page, tab]) await message(where).press("End");
    await Promise.all([
      message(page).pressSequentially(", Ana", { delay: 40 }),
      message(tab).pressSequentially(", Ben", { delay: 40 }),
    ]);
    const both = ["Good bye, Ben", "Good morning, Ana"];
    await until(async () => (await textsOf(id)).join() === both.join(), "the server has both");
    await card(page, "Good bye, Ben").waitFor();
    await card(tab, "Good morning, Ana").waitFor();
    await tab.close();
  });

  it("write into one text: all letters of both are there", async () => {
    const id = await newFlow("One text");
    await open(id);
    const tab = await ana.context.newPage();
    await open(id, tab);
    for (const where of [page, tab]) await card(where, "Good bye").click();
    await page.getByText("Also open at this step: Ana").waitFor();
    await message(page).press("Home");
    await message(page).pressSequentially("Oh! ");
    await message(tab).press("End");
    await message(tab).pressSequentially(" now");
    await until(async () => (await textsOf(id)).includes("Oh! Good bye now"), "both are in the text");
    await card(page, "Oh! Good bye now").waitFor();
    await card(tab, "Oh! Good bye now").waitFor();
    await tab.close();
  });

  it("write into one text: the caret of each stays where they type", async () => {
    const id = await newFlow("Two carets");
    await open(id);
    const tab = await ana.context.newPage();
    await open(id, tab);
    for (const where of [page, tab]) await card(where, "Good bye").click();
    await page.getByText("Also open at this step: Ana").waitFor();
    await message(tab).press("Home");
    for (let i = 0; i < 5; i++) await message(tab).press("ArrowRight");
    await message(page).press("Home");
    for (const [mine, theirs, seen] of [
      ["One ", "old ", "One Good old bye"],
      ["two ", "dear ", "One two Good old dear bye"],
    ] as const) {
      await message(page).pressSequentially(mine);
      await message(tab).pressSequentially(theirs);
      for (const where of [page, tab]) await card(where, seen).waitFor();
    }
    await tab.close();
  });
});

describe("versions", () => {
  it("show what changed since, and go back to an older one, which undo takes back", async () => {
    const id = await newFlow("Versions");
    await product.api("POST", `/flows/${id}/publish`, { note: "The first" });
    await open(id);
    await card(page, "Good bye").click();
    await message(page).fill("See you");
    await savedMark();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("dialog", { name: "Publish" }).getByText("Since version 1").waitFor();
    await page.getByRole("dialog", { name: "Publish" }).getByText("Changed").waitFor();
    await page.getByRole("button", { name: "Publish version 2" }).click();
    await page.getByText("Version 2 is live").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Versions" }).click();
    await page.getByText("The first").waitFor();
    await page.getByRole("button", { name: "Open version 1" }).click();
    await page.locator('[data-mark="changed"]').first().waitFor();
    await page.getByRole("button", { name: "Go back to this version" }).click();
    await until(async () => (await textsOf(id)).includes("Good bye"), "the draft is version 1");
    await page.getByRole("button", { name: "Undo" }).click();
    await until(async () => (await textsOf(id)).includes("See you"), "undone");
  });
});
