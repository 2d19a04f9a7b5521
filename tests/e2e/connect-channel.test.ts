/** A channel's life in a real browser: connected by signing in at Meta, its templates looked at, its token ended and renewed. */

import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPerson, openBrowser, type Person } from "../support/browser.ts";
import { GraphStandIn, metaError } from "../support/graph-stand-in.ts";
import { type Product, startProduct } from "../support/product.ts";
import { fillSignIn } from "../support/signed-in.ts";

const WABA = "102290129340398";
const NUMBER = "106540352242922";

let graph: GraphStandIn;
let product: Product;
let browser: Browser;
let ana: Person;
let page: Page;

beforeAll(async () => {
  graph = await GraphStandIn.start();
  meta(graph);
  const port = await freePort();
  product = await startProduct({
    GRAPH_API_URL: graph.url,
    META_APP_ID: "4242",
    META_APP_SECRET: "the app's secret",
    INSTAGRAM_GRAPH_URL: graph.url,
    INSTAGRAM_APP_ID: "77",
    INSTAGRAM_APP_SECRET: "the instagram app's secret",
    PORT: `${port}`,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  });
  browser = await openBrowser();
  ana = await newPerson(browser);
  page = ana.page;
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await graph?.stop();
});

/** What the person who signs in has at Meta. */
function meta({ account }: GraphStandIn): void {
  account.numbers.set(WABA, [
    { id: NUMBER, display_phone_number: "+34 600 000 000", verified_name: "Zapatería Luna" },
  ]);
  account.pages.push({
    id: "20531316728",
    name: "Zapatería Luna",
    access_token: "page-token",
    instagram_business_account: { id: "17841405822304914", username: "zapateria.luna" },
  });
  account.nodes.set(NUMBER, {
    display_phone_number: "+34 600 000 000",
    verified_name: "Zapatería Luna",
    quality_rating: "GREEN",
    throughput: { level: "STANDARD" },
    whatsapp_business_manager_messaging_limit: "TIER_2K",
    is_on_biz_app: false,
    health_status: { entities: [{ entity_type: "WABA", id: WABA }] },
  });
  account.templates.set(WABA, [
    {
      id: "1",
      name: "pedido_enviado",
      language: "es",
      status: "APPROVED",
      category: "UTILITY",
      quality_score: { score: "GREEN" },
      components: [
        { type: "HEADER", format: "IMAGE" },
        {
          type: "BODY",
          text: "Hola {{1}}, tu pedido *{{2}}* está en camino.",
          example: { body_text: [["Ana", "A-17"]] },
        },
        { type: "FOOTER", text: "Zapatería Luna" },
        {
          type: "BUTTONS",
          buttons: [
            { type: "URL", text: "Ver el pedido", url: "https://example.com/{{1}}" },
            { type: "QUICK_REPLY", text: "Gracias" },
          ],
        },
      ],
    },
    {
      id: "2",
      name: "rebajas_enero",
      language: "es",
      status: "REJECTED",
      category: "MARKETING",
      rejected_reason: "PROMOTIONAL",
      components: [{ type: "BODY", text: "Rebajas: hasta el 50 % en toda la tienda." }],
    },
  ]);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const card = (name: string) => page.getByRole("region", { name, exact: true });
const dialog = () => page.getByRole("dialog");

// Each step goes on where the one before it ended.
describe("a channel's life", () => {
  it("begins with signing in at Meta and choosing what Hilo answers on", async () => {
    await page.goto(`${product.server.url}/channels`);
    await fillSignIn(page);
    await page.getByRole("button", { name: "Connect", exact: true }).first().click();
    await dialog().getByRole("button", { name: "Sign in at Meta" }).click();
    await dialog().getByText("Ana Ruiz may connect these.").waitFor();
    await dialog()
      .getByRole("checkbox", { name: /Zapatería Luna/ })
      .first()
      .check();
    await dialog()
      .getByRole("checkbox", { name: /@zapateria\.luna/ })
      .check();
    await dialog().getByRole("button", { name: "Connect 2" }).click();
    await dialog().getByText("@zapateria.luna is connected").waitFor();
    await dialog().getByRole("button", { name: "Done" }).click();
    await card("@zapateria.luna").waitFor();
    expect(new URL(page.url()).search).toBe("");
  });

  it("shows how the number stands once Meta was asked", async () => {
    const luna = card("Zapatería Luna");
    await luna.getByRole("button", { name: "Check" }).click();
    await luna.getByText("2,000").waitFor();
    await luna.getByText("High").waitFor();
    await luna.getByText(/Ends in 59 days|Ends in 60 days/).waitFor();
  });

  it("has its templates, as a phone shows them, and says what is wrong with one", async () => {
    await page.getByRole("link", { name: "Templates" }).click();
    await page.getByRole("button", { name: "Ask Meta" }).click();
    await page.getByText("Ver el pedido").waitFor();
    await page.getByText(/Meta rejected it/).waitFor();
    await page.getByRole("checkbox", { name: "Can be sent now" }).check();
    await page.getByText("rebajas_enero").waitFor({ state: "detached" });
    await page.getByRole("checkbox", { name: "Can be sent now" }).uncheck();
  });

  it("asks for a new token when Meta ends it, keeps what is to be sent, and sends it then", async () => {
    const { items } = await product.api<{ items: { id: string; name: string }[] }>(
      "GET",
      "/channels?limit=50",
    );
    const { id = "" } = items.find(({ name }) => name === "Zapatería Luna") ?? {};
    for (const record of graph.account.tokens.values()) record.valid = false;
    graph.answerWith(({ token }) =>
      graph.account.tokens.get(token)?.valid === false
        ? { kind: "reply", status: 401, body: metaError(190, "The session has been invalidated") }
        : { kind: "accept" },
    );
    await product.api("POST", "/messages/send", {
      channelId: id,
      to: "+34600111222",
      content: {
        type: "template",
        name: "pedido_enviado",
        language: "es",
        parameters: { body: [{ text: "Ana" }, { text: "A-17" }], buttons: [] },
      },
    });
    await product.api("POST", `/channels/${id}/check`);
    await page.goto(`${product.server.url}/flows`);
    await page
      .getByRole("alert")
      .getByText(/“Zapatería Luna” can't send/)
      .waitFor();
    await page.getByRole("link", { name: "Mend it" }).click();
    await card("Zapatería Luna").getByText("One message waits for this channel.").waitFor();
    await card("Zapatería Luna").getByRole("button", { name: "Connect again" }).click();
    await dialog()
      .getByText(/connected already: gets a new token/)
      .first()
      .waitFor();
    await dialog()
      .getByRole("checkbox", { name: /Zapatería Luna/ })
      .first()
      .check();
    await dialog().getByRole("button", { name: "Connect", exact: true }).click();
    await dialog().getByRole("button", { name: "Done" }).click();
    await card("Zapatería Luna").getByText("Active").waitFor();
    await expect.poll(() => graph.ledger.length, { timeout: 15_000 }).toBe(1);
    await page.getByRole("alert").waitFor({ state: "detached" });
  });

  it("of an Instagram account without a page needs one click, and no choice", async () => {
    await page.getByRole("button", { name: "Connect", exact: true }).first().click();
    await dialog().getByText("Instagram", { exact: true }).click();
    await dialog().getByRole("button", { name: "Sign in at Meta" }).waitFor();
    await dialog().getByRole("button", { name: "Sign in at Instagram" }).click();
    const luna = card("@luna.shoes");
    await luna.getByText("Active").waitFor();
    await luna.getByText(/Ends in 59 days|Ends in 60 days/).waitFor();
  });

  it("ends without an error in the browser", () => {
    expect(ana.errors).toEqual([]);
  });
});
