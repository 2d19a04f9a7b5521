/** Every page and what opens on it, by axe: WCAG 2.2 A and AA without a violation, by day and by night. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violationsOf } from "../support/axe.ts";
import { newPerson, openBrowser } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { card, signedIn } from "../support/signed-in.ts";

let browser: Browser;
let product: Product;
let page: Page;
let flowId = "";

beforeAll(async () => {
  product = await startProduct();
  const definition = {
    format: "hilo.flow/1",
    name: "Seen",
    language: "en",
    triggers: [{ type: "keyword", keyword: "hello", mode: "word" }],
    nodes: [
      {
        id: "n1",
        type: "buttons",
        data: { text: "Hi {{ contact.name }}", options: [{ id: "opt-0", title: "Yes" }] },
      },
      { id: "n2", type: "text", data: { text: "" } },
    ],
    edges: [
      { id: "e0", source: "start", target: "n1" },
      { id: "e1", source: "n1", sourceHandle: "opt-0", target: "n2" },
    ],
    editor: {
      stickies: [{ id: "s1", text: "A note", color: "sky", position: { x: 0, y: -200 } }],
      groups: [{ id: "g1", title: "Both", color: "rose", nodeIds: ["n1", "n2"] }],
      comments: [],
    },
  };
  const sound = {
    ...definition,
    nodes: [definition.nodes[0], { id: "n2", type: "text", data: { text: "Bye" } }],
  };
  flowId = await product.publish(sound);
  await product.api("PUT", `/flows/${flowId}`, { name: "Seen", definition });
  await product.api("POST", "/simulator/phone", {});
  browser = await openBrowser();
  page = (await signedIn(browser, product.server.url)).page;
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const violations = (where = page) => violationsOf(where);

it("the page of signing in", async () => {
  const { page: stranger, context } = await newPerson(browser);
  await stranger.goto(`${product.server.url}/sign-in`);
  await stranger.getByRole("button", { name: /sign in/i }).waitFor();
  expect(await violations(stranger)).toEqual([]);
  await context.close();
});

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  beforeAll(() => page.emulateMedia({ colorScheme, reducedMotion: "reduce" }));

  it.each(["flows", "conversations", "sessions", "channels", "settings", "nowhere"])("/%s", async (path) => {
    await page.goto(`${product.server.url}/${path}`);
    await page.getByRole("main").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await violations()).toEqual([]);
  });

  const opened: [string, () => Promise<unknown>][] = [
    ["the canvas", async () => {}],
    ["a step's form", () => card(page, "Hi").click()],
    ["problems", () => page.getByRole("button", { name: /problem/ }).click()],
    ["the command palette", () => page.keyboard.press("Control+k")],
    ["the sheet of shortcuts", () => page.keyboard.press("?")],
    ["the search", () => page.keyboard.press("Control+f")],
    ["the list of steps", () => page.keyboard.press("/")],
    ["the settings", () => page.getByRole("button", { name: "Flow settings" }).click()],
    ["the versions", () => page.getByRole("button", { name: "Versions" }).click()],
    ["several steps", () => page.keyboard.press("Control+a")],
    ["the simulator", () => page.getByRole("button", { name: "Test", exact: true }).click()],
  ];
  it.each(opened)("a flow: %s", async (_, act) => {
    await page.goto(`${product.server.url}/flows/${flowId}`);
    await card(page, "Hi").waitFor();
    await act();
    await page.waitForLoadState("networkidle");
    expect(await violations()).toEqual([]);
  });
});
