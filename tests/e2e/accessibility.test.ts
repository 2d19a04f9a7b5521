/** Every page and what opens on it, by axe: WCAG 2.2 A and AA without a violation, by day and by night, on a desk and on a phone. */
import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violationsOf } from "../support/axe.ts";
import { newPerson, openBrowser } from "../support/browser.ts";
import { byTab } from "../support/by-tab.ts";
import { type Product, startProduct } from "../support/product.ts";
import { card, signedIn } from "../support/signed-in.ts";

let browser: Browser;
let product: Product;
let page: Page;
let flowId = "";
/** Has nothing to mend, and something to publish. */
let soundId = "";
const ids = { contact: "", conversation: "" };

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
  soundId = await product.publish({ ...sound, name: "Sound", triggers: [] });
  await product.api("PUT", `/flows/${soundId}`, {
    name: "Sound",
    definition: { ...sound, name: "Sound", triggers: [], language: "es" },
  });
  await product.connectNumber();
  await product.api("POST", "/simulator/phone", {});
  await addPeople();
  browser = await openBrowser();
  page = (await signedIn(browser, product.server.url)).page;
  // So many pages by axe keep a small machine busy: what is slow is not wrong here.
  page.setDefaultTimeout(60_000);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** One who wrote, and one more of whom everything is known; a lead that came and one that did not. */
async function addPeople(): Promise<void> {
  const db = new pg.Client({ connectionString: product.database.url });
  await db.connect();
  const { rows } = await db.query<{ contact: string; conversation: string }>(
    `WITH ch AS (SELECT workspace_id, id FROM channels WHERE platform = 'whatsapp'),
          p AS (INSERT INTO contacts (workspace_id, id, name, phone, email, language, fields, opted_out_at)
                SELECT workspace_id, gen_random_uuid(), 'Ana Ruiz', '+573001112233', 'ana@b.co', 'es', '{"city":"Cali"}', now() FROM ch
                RETURNING workspace_id, id),
          i AS (INSERT INTO contact_identities (workspace_id, channel_id, external_id, contact_id, kind)
                SELECT p.workspace_id, ch.id, '573001112233', p.id, 'wa_id' FROM p, ch),
          n AS (INSERT INTO notes (workspace_id, id, contact_id, text) SELECT workspace_id, gen_random_uuid(), id, 'Calls on Monday' FROM p),
          l AS (INSERT INTO leads (workspace_id, id, channel_id, platform_id, state, fields, contact_id, error, next_attempt_at)
                SELECT p.workspace_id, gen_random_uuid(), ch.id, s.state, s.state, s.fields::json, p.id, s.error, now() + interval '1 day'
                  FROM p, ch, (VALUES ('done', '{"full_name":"Ana"}', NULL), ('failed', NULL, 'Meta said no.'), ('pending', NULL, NULL)) AS s(state, fields, error)),
          c AS (INSERT INTO conversations (workspace_id, id, channel_id, external_id, contact_id, shard, last_message_at, last_inbound_at, last_message_preview, unread)
                SELECT p.workspace_id, gen_random_uuid(), ch.id, '573001112233', p.id, 1, now(), now(), 'Hello', 2 FROM p, ch RETURNING id)
     SELECT p.id AS contact, c.id AS conversation FROM p, c`,
  );
  await db.end();
  Object.assign(ids, rows[0]);
  await product.api("PATCH", `/contacts/${ids.contact}`, { tags: ["vip"] });
}

const placed = (path: string) =>
  path.replace("{contact}", ids.contact).replace("{conversation}", ids.conversation);

const violations = (where = page, again = false) => violationsOf(where, again);

it("the page of signing in", async () => {
  const { page: stranger, context } = await newPerson(browser);
  await stranger.goto(`${product.server.url}/sign-in`);
  await stranger.getByRole("button", { name: /sign in/i }).waitFor();
  expect(await violations(stranger)).toEqual([]);
  await context.close();
});

const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
/** Two of the four: each page by day and by night, on a desk and on a phone. */
const LOOKS = [
  ["light", "wide"],
  ["dark", "phone"],
] as const;

async function seeAs(colorScheme: "light" | "dark", size: keyof typeof SIZES): Promise<void> {
  await page.setViewportSize(SIZES[size]);
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
}

/** What is there by now in another look, once the application has followed. */
async function turnTo(colorScheme: "light" | "dark", size: keyof typeof SIZES): Promise<void> {
  await seeAs(colorScheme, size);
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
}

const button = (name: string | RegExp) => () => page.getByRole("button", { name }).first().click();
const inMenu = (menu: string | RegExp, item: string | RegExp) => async () => {
  await button(menu)();
  await page.getByRole("menuitem", { name: item }).click();
};

/** Nothing beside the page: on a phone above all. */
const sideways = () =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What is there by now, in both looks. */
async function look(): Promise<void> {
  for (const [colorScheme, size] of LOOKS) {
    await turnTo(colorScheme, size);
    expect(await violations(page, colorScheme === "dark"), `${colorScheme}, ${size}`).toEqual([]);
    expect(await sideways(), `${colorScheme}, ${size}`).toBe(0);
  }
}

async function open(path: string, size: keyof typeof SIZES = "wide"): Promise<void> {
  await seeAs("light", size);
  await page.goto(`${product.server.url}/${placed(path)}`);
  await page.getByRole("main").waitFor();
  await page.waitForLoadState("networkidle");
}

describe("by day on a desk and by night on a phone", () => {
  it.each([
    "flows",
    "conversations",
    "conversations/{conversation}",
    "conversations/zzz",
    "contacts",
    "contacts/import",
    "contacts/leads",
    "contacts/{contact}",
    "contacts/zzz",
    "sessions",
    "analytics",
    "channels",
    "channels/templates",
    "channels/webhooks",
    "settings",
    "nowhere",
  ])("/%s, also by Tab", async (path) => {
    await open(path);
    expect(await byTab(page)).toEqual({ missed: [], unmarked: [] });
    await look();
  });

  const dialogs: [string, string, () => Promise<unknown>][] = [
    ["the menu of the account", "flows", button(/account menu/)],
    ["the gallery of examples", "flows", button("New flow")],
    ["connecting a channel", "channels", button("Connect")],
    ["the settings of a channel", "channels", button("Settings…")],
    ["new keys of a channel", "channels", button("New token…")],
    ["removing a channel", "channels", button("Remove…")],
    ["what the list is narrowed to", "conversations", button("Narrow the list")],
    ["whose a conversation is", "conversations/{conversation}", button(/Given to/)],
    ["starting a flow by hand", "conversations/{conversation}", inMenu("More to do", /Start a flow/)],
    ["a new canned reply", "settings", button("New reply")],
    ["a new team", "settings", button("New team")],
    ["a new secret", "settings", button("New secret")],
    ["a new key", "settings", button("New key")],
    ["a filter of contacts", "contacts", button("Filter")],
    ["merging contacts", "contacts/{contact}", inMenu("More to do", /Merge/)],
    ["erasing a contact", "contacts/{contact}", inMenu("More to do", /Erase/)],
  ];
  it.each(dialogs)("%s, on /%s", async (_, path, act) => {
    await open(path);
    await act();
    await look();
  });

  it("a flow that is only looked at, and tried", async () => {
    await open(`flows/${flowId}`, "phone");
    await card(page, "Hi").waitFor();
    await look();
    await seeAs("light", "phone");
    await button("Test")();
    await look();
  });
});

describe("a flow, by day and by night", () => {
  async function lookAtFlow(): Promise<void> {
    for (const colorScheme of ["light", "dark"] as const) {
      await turnTo(colorScheme, "wide");
      expect(await violations(page, colorScheme === "dark"), colorScheme).toEqual([]);
    }
  }

  const opened: [string, () => Promise<unknown>][] = [
    ["the canvas", async () => {}],
    ["a step's form", () => card(page, "Hi").click()],
    ["problems", () => page.getByRole("button", { name: /problem/ }).click()],
    ["the command palette", () => page.keyboard.press("Control+k")],
    ["the sheet of shortcuts", () => page.keyboard.press("?")],
    ["the search", () => page.keyboard.press("Control+f")],
    ["the list of steps", () => page.keyboard.press("/")],
    ["the settings", button("Flow settings")],
    ["the versions", button("Versions")],
    ["several steps", () => page.keyboard.press("Control+a")],
    ["the simulator", () => page.getByRole("button", { name: "Test", exact: true }).click()],
    ["the translations", inMenu("More for this flow", /Translations/)],
  ];
  it.each(opened)("%s", async (_, act) => {
    await open(`flows/${flowId}`);
    await card(page, "Hi").waitFor();
    await act();
    await lookAtFlow();
  });

  it("the publish dialog", async () => {
    await open(`flows/${soundId}`);
    await card(page, "Hi").waitFor();
    await page.getByRole("button", { name: /^Publish/ }).click();
    await page.getByRole("dialog").waitFor();
    await lookAtFlow();
  });

  it("the tests that are kept with it", async () => {
    await open(`flows/${flowId}`);
    await page.getByRole("button", { name: "Test", exact: true }).click();
    await page.getByRole("button", { name: /tests/i }).first().click();
    await page.getByRole("dialog").waitFor();
    await lookAtFlow();
  });

  it.each(["Import", "Who answers?"])("%s, on the flows", async (name) => {
    await open("flows");
    await button(name)();
    await page.getByRole("dialog").waitFor();
    await lookAtFlow();
  });
});
