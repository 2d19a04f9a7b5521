/** The people behind the conversations, in a browser: two contacts made one and parted again, notes, a lead read, a person erased; and the same pages in Spanish. */

import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { signedIn } from "../support/signed-in.ts";

const LEAD = "00000000-0000-7000-8000-00000000000a";

let browser: Browser;
let db: pg.Pool;
let product: Product;
let page: Page;
let errors: string[];
const ids: Record<string, string> = {};

beforeAll(async () => {
  product = await startProduct();
  db = new pg.Pool({ connectionString: product.database.url });
  await product.publish({
    format: "hilo.flow/1",
    name: "Welcome",
    language: "en",
    triggers: [{ type: "keyword", keyword: "hello", mode: "word" }],
    nodes: [{ id: "n1", type: "text", data: { text: "Hi" } }],
    edges: [{ id: "e0", source: "start", target: "n1" }],
  });
  await product.api("POST", "/simulator/phone", {});
  const { rows } = await db.query<{ workspaceId: string; channelId: string }>(
    `SELECT workspace_id AS "workspaceId", id AS "channelId" FROM channels LIMIT 1`,
  );
  const place = rows[0];
  if (!place) throw new Error("The simulator made no channel.");
  await addPerson(place, "Ana 👩🏽‍🚀 Ruiz", "+573001112233", { city: "Lima" });
  await addPerson(place, "Ana R.", "+573009998877", { city: "Cali", plan: "gold" });
  await product.api("PATCH", `/contacts/${ids["Ana R."]}`, { tags: ["vip"] });
  await db.query(
    `INSERT INTO leads (workspace_id, id, channel_id, platform_id, form_id, state, fields, contact_id)
     VALUES ($1, $2, $3, '77', '4455', 'done', '{"full_name":"Ana R.","favourite_colour":"Teal"}', $4)`,
    [place.workspaceId, LEAD, place.channelId, ids["Ana R."]],
  );
  browser = await openBrowser();
  ({ page, errors } = await signedIn(browser, product.server.url));
});
afterAll(async () => {
  await browser?.close();
  await db?.end();
  await product?.stop();
});

/** Somebody who wrote once. */
async function addPerson(
  place: { workspaceId: string; channelId: string },
  name: string,
  phone: string,
  fields: object,
): Promise<void> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO contacts (workspace_id, id, name, phone, fields) VALUES ($1, gen_random_uuid(), $2, $3, $4::jsonb) RETURNING id`,
    [place.workspaceId, name, phone, JSON.stringify(fields)],
  );
  const id = rows[0]?.id ?? "";
  ids[name] = id;
  const values = [place.workspaceId, place.channelId, `of ${name}`, id];
  await db.query(
    "INSERT INTO contact_identities (workspace_id, channel_id, external_id, contact_id, kind) VALUES ($1, $2, $3, $4, 'simulator')",
    values,
  );
  await db.query(
    `INSERT INTO conversations (workspace_id, id, channel_id, external_id, contact_id, shard, last_message_at, last_inbound_at)
     VALUES ($1, gen_random_uuid(), $2, $3, $4, 1, now(), now())`,
    values,
  );
}

const goTo = (path: string) => page.goto(`${product.server.url}${path}`);
/** The browser reports a conversation that is not there each time it is read: again when the socket connects. */
const unexpected = () => errors.filter((error) => !error.includes(`/conversations/${LEAD}`));

/** The list is there: what leaves it afterwards was in it. */
async function everybody(): Promise<void> {
  for (const name of ["Ana 👩🏽‍🚀 Ruiz", "Ana R."]) await page.getByRole("link", { name }).waitFor();
}

test("a contact is found, and their initials keep the emoji whole", async () => {
  await goTo("/flows");
  await page.getByRole("link", { name: "Contacts" }).click();
  await everybody();
  await page.getByRole("combobox", { name: "Tag" }).click();
  await page.getByRole("option", { name: "vip" }).click();
  await page.getByRole("link", { name: "Ana 👩🏽‍🚀 Ruiz" }).waitFor({ state: "detached" });
  expect(await page.getByRole("main").getByRole("listitem").count()).toBe(1);
  await goTo("/contacts");
  await everybody();
  await page.getByRole("searchbox").fill("+573001112233");
  await page.getByRole("link", { name: "Ana R." }).waitFor({ state: "detached" });
  expect(await page.getByText("A👩🏽‍🚀", { exact: true }).count()).toBe(1);
});

test("two contacts become one, as the preview says, and are parted again", async () => {
  await page.getByRole("link", { name: "Ana 👩🏽‍🚀 Ruiz" }).click();
  await page.getByRole("heading", { level: 1, name: /Ana/ }).waitFor();
  await page.getByRole("button", { name: "More to do" }).click();
  await page.getByRole("menuitem", { name: "Merge with another…" }).click();
  await page.getByRole("combobox", { name: "The other contact" }).fill("Ana R.");
  await page.getByRole("option", { name: /Ana R\./ }).click();
  const preview = page.getByRole("region", { name: "What will happen" });
  await preview.waitFor();
  const told = await preview.textContent();
  expect(told).toMatch(/plan\s*gold/);
  expect(told).toMatch(/Tags\s*vip/);
  expect(told).toMatch(/city\s*Lima \(not Cali\)/);
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await page.getByRole("heading", { name: "Merged" }).waitFor();
  expect(await page.getByRole("textbox", { name: "Value of “plan”" }).inputValue()).toBe("gold");

  // Whoever comes by an old link is led to the one contact.
  await goTo(`/contacts/${ids["Ana R."]}`);
  await page.waitForURL(`**/contacts/${ids["Ana 👩🏽‍🚀 Ruiz"]}`);
  await page.getByRole("button", { name: "Part from Ana R. again" }).click();
  await page.getByRole("heading", { name: "Merged" }).waitFor({ state: "detached" });
  await goTo("/contacts");
  await page.getByRole("link", { name: "Ana R." }).waitFor();
});

test("a field and a note are written, and stay", async () => {
  await page.getByRole("link", { name: "Ana R." }).click();
  await page.getByRole("button", { name: "Add a field" }).click();
  await page.getByRole("textbox", { name: "Name of the field" }).last().fill("shoe size");
  await page.getByRole("textbox", { name: "Value of “shoe size”" }).fill("41");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved", { exact: true }).waitFor();
  await page.getByRole("textbox", { name: "New note" }).fill("Calls back on Monday");
  await page.getByRole("button", { name: "Add note" }).click();
  await page.getByRole("listitem").filter({ hasText: "Calls back on Monday" }).waitFor();
  await page.reload();
  expect(await page.getByRole("textbox", { name: "Value of “shoe size”" }).inputValue()).toBe("41");
  await page.getByText("Calls back on Monday").waitFor();
});

test("what was typed and not saved is asked about before it is left", async () => {
  const name = page.getByRole("textbox", { name: "Name", exact: true }).first();
  await name.fill("Ana Renamed");
  await page.getByRole("link", { name: "All contacts" }).click();
  const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(await name.inputValue()).toBe("Ana Renamed");
  await page.getByRole("link", { name: "All contacts" }).click();
  await dialog.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("link", { name: "Ana R." }).waitFor();
});

test("a lead is read, and leads to its contact", async () => {
  await goTo("/contacts/leads");
  const lead = page.getByRole("listitem").filter({ hasText: "Teal" });
  await lead.waitFor();
  expect(await lead.textContent()).toMatch(/favourite colour\s*Teal/);
  await page.getByText("Not fetched", { exact: true }).click();
  await page.getByRole("heading", { name: "No lead fits" }).waitFor();
  await page.getByText("All", { exact: true }).click();
  await lead.getByRole("link", { name: "Ana R." }).click();
  await page.waitForURL(`**/contacts/${ids["Ana R."]}`);
});

test("addresses of nothing say so at once", async () => {
  for (const [path, title] of [
    ["/flows/zzz", "The thread ends here"],
    ["/contacts/zzz", "There is no such contact"],
    ["/conversations/zzz", "There is no such conversation"],
    [`/conversations/${LEAD}`, "There is no such conversation"],
  ] as const) {
    await goTo(path);
    await page.getByRole("heading", { name: title }).waitFor({ timeout: 5_000 });
    expect(await page.getByText("Invalid UUID").count()).toBe(0);
  }
  expect(unexpected()).toEqual([]);
});

test("the same pages speak Spanish, dates too", async () => {
  await goTo("/contacts");
  await page.evaluate(() => localStorage.setItem("hilo-language", "es"));
  for (const [path, title] of [
    ["/contacts", "Contactos"],
    ["/contacts/leads", "Leads"],
    ["/conversations", "Conversaciones"],
    ["/sessions", "Sesiones"],
    ["/channels", "Canales"],
    ["/channels/templates", "Plantillas"],
    ["/settings", "Ajustes"],
  ] as const) {
    await goTo(path);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
  }
  await goTo(`/contacts/${ids["Ana R."]}`);
  await page.getByText("Conocido desde").waitFor();
  await page.getByText("Hoy").first().waitFor();
  await page.evaluate(() => localStorage.removeItem("hilo-language"));
});

test("a person is erased only by who writes the name down", async () => {
  await goTo(`/contacts/${ids["Ana R."]}`);
  await page.getByRole("button", { name: "More to do" }).click();
  await page.getByRole("menuitem", { name: "Erase this person…" }).click();
  const erase = page.getByRole("button", { name: "Erase for good" });
  await page.getByRole("textbox", { name: /To confirm/ }).fill("Ana");
  expect(await erase.isDisabled()).toBe(true);
  await page.getByRole("textbox", { name: /To confirm/ }).fill("Ana R.");
  await erase.click();
  await page.waitForURL("**/contacts");
  await page.getByRole("link", { name: "Ana 👩🏽‍🚀 Ruiz" }).waitFor();
  expect(await page.getByRole("link", { name: "Ana R." }).count()).toBe(0);
  expect(unexpected()).toEqual([]);
});
