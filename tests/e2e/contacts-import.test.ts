/** A table of people in a browser: brought in, found by a filter that becomes a segment, exported; and an import whose server is killed twice. */
import { readFile } from "node:fs/promises";
import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { violationsOf } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { until } from "../support/server-process.ts";
import { signedIn } from "../support/signed-in.ts";

let browser: Browser;
let db: pg.Pool;
let product: Product;
let page: Page;
let errors: string[];

beforeAll(async () => {
  product = await startProduct();
  db = new pg.Pool({ connectionString: product.database.url });
  browser = await openBrowser();
  ({ page, errors } = await signedIn(browser, product.server.url));
});
afterAll(async () => {
  await browser?.close();
  await db?.end();
  await product?.stop();
});

const PEOPLE = [
  "Teléfono;Nombre;Ciudad;Acepta",
  "300 555 0001;Lucía;Bogotá;sí",
  "300 555 0002;Mateo;Cali;no",
  "300 555 0003;Sofía;Bogotá;",
  "300 555 0001;Lucía again;Bogotá;sí",
  "5,73E+11;Excel;;",
].join("\n");

test("people come in from a table, after a look at what becomes of each row", async () => {
  await page.goto(`${product.server.url}/contacts`);
  await page.getByRole("link", { name: "Import contacts" }).click();
  expect(await violationsOf(page)).toEqual([]);
  const file = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(PEOPLE) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("heading", { name: "What are the columns of people.csv?" }).waitFor();
  const check = page.getByRole("button", { name: "Check the rows" });
  expect(await check.isDisabled()).toBe(true);
  await page.getByText("Choose what these people agreed to.").waitFor();
  await page.getByLabel("Calling code of numbers without one").fill("+57");
  await page.getByRole("combobox", { name: "“Acepta” is" }).click();
  await page.getByRole("option", { name: "Leave it out" }).click();
  await page.getByRole("radio", { name: "A column says yes or no" }).check();
  await page.getByRole("combobox", { name: "The column with yes and no" }).click();
  await page.getByRole("option", { name: "Acepta" }).click();
  await page.getByRole("combobox", { name: "What they agreed to hear about" }).fill("offers");
  expect(await violationsOf(page)).toEqual([]);
  await check.click();

  await page.getByRole("cell", { name: "Teléfono: the number is in a row above" }).waitFor();
  await page.getByRole("cell", { name: "Teléfono: no phone number that can be called" }).waitFor();
  await page.getByText("New (3)").click();
  await page.getByRole("cell", { name: "Sofía" }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Import 3 people" }).click();
  await page.getByRole("heading", { name: "people.csv is imported" }).waitFor();
  await page.getByText("3 new contacts").waitFor();
  await page.getByText("2 rows left out").waitFor();
  await page.getByRole("link", { name: "To the contacts" }).click();
  await page.getByRole("link", { name: "Sofía" }).waitFor();
});

test("they are found by a filter, which is kept in the address and as a segment, and exported", async () => {
  await page.getByRole("button", { name: "Filter" }).click();
  const about = page.getByRole("combobox", { name: "condition 1: about" });
  await about.click();
  await page.getByRole("option", { name: "Field", exact: true }).click();
  await page.getByRole("combobox", { name: "condition 1: name of the field" }).fill("Ciudad");
  await page.getByRole("textbox", { name: "condition 1: value" }).fill("bogota");
  await page.getByText("2 contacts").waitFor();
  await page.getByRole("link", { name: "Mateo" }).waitFor({ state: "detached" });
  expect(await violationsOf(page)).toEqual([]);
  await page.reload();
  await page.getByText("2 contacts").waitFor();
  await page.getByRole("button", { name: "Save as a segment…" }).click();
  await page.getByRole("textbox", { name: "Name of the segment" }).fill("In Bogotá");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(/segment=/);
  expect(new URL(page.url()).searchParams.has("filter")).toBe(false);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export as CSV" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain('Lucía,"\'+573005550001"');
  expect(text.trim().split("\r\n")).toHaveLength(3);

  await page.getByRole("button", { name: "Segment “In Bogotá”" }).click();
  await page.getByRole("menuitem", { name: "Remove the segment…" }).click();
  await page.getByRole("button", { name: "Remove the segment" }).click();
  await page.getByText("3 contacts").waitFor();
  expect(errors).toEqual([]);
});

test.each(["imports-before-commit:2", "imports-after-commit:2"])(
  "a server that is killed at %s brings in the rest after it starts again, and nobody twice",
  async (point) => {
    const area = point.includes("before") ? "311" : "312";
    const rows = Array.from({ length: 1_700 }, (_, n) => `+57${area}${String(n).padStart(7, "0")},P${n}`);
    const answer = await fetch(`${product.server.url}/api/v1/contact-imports?name=many.csv`, {
      method: "POST",
      headers: { authorization: `Bearer ${product.apiKey}`, "content-type": "text/csv" },
      body: `phone,name\n${rows.join("\n")}\n`,
    });
    const { id, columns } = Object(await answer.json());
    const mapping = {
      columns: columns.map(({ guess }: { guess: unknown }) => guess),
      callingCode: null,
      tags: ["many"],
      consent: { type: "nothing-said" },
    };
    await product.api("POST", `/contact-imports/${id}/check`, { mapping });
    await product.restart({ CRASH_AT: point });
    await product.api("POST", `/contact-imports/${id}/run`);
    await product.server.exited;
    await product.restart();
    const state = async () => Object(await product.api("GET", `/contact-imports/${id}`));
    await until(async () => (await state()).state === "done", "the import is done", 30_000);
    expect((await state()).counts).toEqual({ made: 1_700, changed: 0, same: 0, refused: 0 });
    const { rows: found } = await db.query(
      "SELECT count(*)::int AS contacts, count(DISTINCT phone)::int AS phones FROM contacts WHERE phone LIKE $1",
      [`+57${area}%`],
    );
    expect(found).toEqual([{ contacts: 1_700, phones: 1_700 }]);
  },
);
