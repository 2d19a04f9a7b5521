/** People who answer, in a real browser: a customer waits, somebody takes over, answers by a canned reply, leaves a note, closes. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { GraphStandIn } from "../support/graph-stand-in.ts";
import { type Product, startProduct } from "../support/product.ts";
import { until } from "../support/server-process.ts";
import { signedIn } from "../support/signed-in.ts";
import { Customer } from "../support/whatsapp-customer.ts";
import type { WhatsAppNumber } from "../support/whatsapp-webhook.ts";

let graph: GraphStandIn;
let product: Product;
let number: WhatsAppNumber & { channelId: string };
let browser: Browser;

beforeAll(async () => {
  graph = await GraphStandIn.start();
  product = await startProduct({ GRAPH_API_URL: graph.url });
  number = await product.connectNumber();
  await product.publish({
    format: "hilo.flow/1",
    name: "Persona",
    triggers: [{ type: "keyword", keyword: "persona", mode: "word" }],
    nodes: [{ id: "human", type: "handoff", data: { text: "Te paso con alguien" } }],
    edges: [{ id: "e0", source: "start", target: "human" }],
  });
  await product.api("POST", "/canned-replies", {
    shortcut: "horario",
    text: "{{ agent.name }}: abrimos de 9 a 18",
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await graph?.stop();
});

const view = (page: Page, name: RegExp) =>
  page.getByRole("navigation", { name: "Which conversations" }).getByRole("link", { name });
const rows = (page: Page) => page.getByRole("list", { name: "Conversations" }).getByRole("listitem");

it("answers who waits without touching the mouse, and puts the conversation away until they write again", async () => {
  const customer = new Customer({ product, graph, number });
  const { page, errors } = await signedIn(browser, product.server.url);
  await page.goto(`${product.server.url}/conversations`);
  await customer.writes("persona");
  await customer.hears("Te paso con alguien");

  await view(page, /^Waiting/).click();
  await view(page, /^Waiting\s*1$/).waitFor();
  await rows(page).first().waitFor();
  await page.keyboard.press("Alt+ArrowDown");
  await page.getByRole("heading", { level: 2, name: /Ana/ }).first().waitFor();
  // It waits for a person: by the flow it is a person's already, and nobody has it.
  await page.getByRole("button", { name: "Given to: Nobody's" }).waitFor();
  await page.keyboard.press("Alt+a");
  await page.getByRole("menuitem", { name: "Me" }).click();
  await page.getByRole("button", { name: "Given to: Ana" }).waitFor();
  await view(page, /^Mine\s*1$/).waitFor();

  const box = page.getByRole("textbox", { name: "Message", exact: true });
  await box.pressSequentially("/hor");
  await page.getByRole("option", { name: /horario/ }).waitFor();
  await box.press("Enter");
  await expect.poll(() => box.inputValue()).toBe("Ana: abrimos de 9 a 18");
  await box.press("Enter");
  await customer.hears("Ana: abrimos de 9 a 18");

  await page.keyboard.press("Alt+n");
  const note = page.getByRole("textbox", { name: "Note", exact: true });
  await note.pressSequentially("Para @an");
  await page.getByRole("option", { name: "Ana" }).waitFor();
  await note.press("Enter");
  await note.pressSequentially("mañana llama");
  await note.press("Enter");
  await page.getByText("Para @Ana mañana llama").waitFor();
  await customer.hearsNothing();

  await page.keyboard.press("Alt+e");
  await page.getByRole("button", { name: "Open again" }).waitFor();
  await view(page, /^Inbox/).click();
  await expect.poll(() => rows(page).count()).toBe(0);
  await view(page, /^Closed/).click();
  await expect.poll(() => rows(page).count()).toBe(1);
  await customer.writes("gracias");
  await view(page, /^Inbox/).click();
  await expect.poll(() => rows(page).count()).toBe(1);
  await page.getByRole("button", { name: "Close", exact: true }).waitFor();
  expect(errors).toEqual([]);
});

it("keeps what the list is narrowed to as a view, for the next visit and for everybody", async () => {
  const customer = new Customer({ product, graph, number });
  await customer.writes("hola");
  await product.untilQuiet();
  const { id } = await customer.conversation();
  const { contact } = await product.api<{ contact: { id: string } }>("GET", `/conversations/${id}`);
  await product.api("PATCH", `/contacts/${contact.id}`, { tags: ["vip"] });
  const { page, errors } = await signedIn(browser, product.server.url);
  await page.goto(`${product.server.url}/conversations`);
  await page.getByRole("button", { name: "Narrow the list" }).click();
  await page.getByRole("combobox", { name: "Tag" }).click();
  await page.getByRole("option", { name: "vip" }).click();
  await expect.poll(() => rows(page).count()).toBe(1);
  await page.getByRole("button", { name: "Keep as a view…" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Importantes");
  await page.getByLabel("For everybody in the workspace").check();
  await page.getByRole("button", { name: "Save" }).click();
  await view(page, /^Importantes$/).waitFor();
  await page.reload();
  await expect.poll(() => view(page, /^Importantes$/).getAttribute("aria-current")).toBe("true");
  await expect.poll(() => rows(page).count()).toBe(1);
  await until(
    async () =>
      (
        await product.api<{ items: { name: string; shared: boolean }[] }>("GET", "/conversation-views")
      ).items.some(({ name, shared }) => name === "Importantes" && shared),
    "the view is everybody's",
  );
  await page.getByRole("button", { name: "Remove the view “Importantes”" }).click();
  await expect.poll(() => view(page, /^Importantes$/).count()).toBe(0);
  expect(errors).toEqual([]);
});
