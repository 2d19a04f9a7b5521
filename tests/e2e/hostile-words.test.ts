/** Faults 100 and 101: a hundred payloads in every text a customer or a colleague can set, in a real browser: shown as text, nothing runs. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPerson, openBrowser, type Person } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { signIn } from "../support/signed-in.ts";
import { messageDelivery, post, textDelivery, type WhatsAppNumber } from "../support/whatsapp-webhook.ts";
import { PAYLOADS } from "./hostile-payloads.ts";

let product: Product;
let browser: Browser;
let ana: Person;
let number: WhatsAppNumber & { channelId: string };
let flowId = "";
let conversationId = "";
/** What ran, or was kept from running by the browser. */
const alarms: string[] = [];
const FROM = "34600000100";

beforeAll(async () => {
  product = await startProduct({ GRAPH_API_URL: "http://127.0.0.1:9" });
  number = await product.connectNumber();
  flowId = await hostileFlow();
  await customerWrites();
  browser = await openBrowser();
  ana = await newPerson(browser);
  await ana.page.exposeFunction("hiloPwned", (what: string) => void alarms.push(`ran: ${what}`));
  ana.page.on("dialog", (dialog) => {
    alarms.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await ana.page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      Reflect.get(window, "hiloPwned")(`policy ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await signIn(ana.page, product.server.url);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** Its name, its texts, its buttons and its notes are payloads; so are tags, teams, secrets' and keys' names. */
async function hostileFlow(): Promise<string> {
  const some = (from: number, count: number) => PAYLOADS.slice(from, from + count);
  const nodes = some(0, 20).map((text, i) => ({ id: `n${i}`, type: "text", data: { text: safe(text) } }));
  const edges = nodes.map((node, i) => ({
    id: `e${i}`,
    source: i === 0 ? "start" : `n${i - 1}`,
    target: node.id,
  }));
  const definition = {
    format: "hilo.flow/1",
    name: PAYLOADS[0],
    triggers: [{ type: "keyword", keyword: "<img src=x onerror=hiloPwned(1)>", mode: "word" }],
    nodes,
    edges,
  };
  const flow = await product.api<{ id: string }>("POST", "/flows", {
    name: String(PAYLOADS[0]).slice(0, 80),
    definition,
  });
  for (const text of some(20, 12)) await product.api("POST", "/flows", { name: text.slice(0, 80) });
  for (const text of some(32, 6)) await product.api("POST", "/teams", { name: text.slice(0, 80) });
  for (const text of some(38, 6))
    await product.api("POST", "/api-keys", { name: text.slice(0, 80), role: "viewer" });
  await product.api("PATCH", "/workspace", { name: "<svg onload=hiloPwned(1)>" });
  return flow.id;
}

/** Liquid would read these as its own: they are tested where templates are. */
const safe = (text: string) => text.replaceAll("{{", "{ {").replaceAll("{%", "{ %");

async function customerWrites(): Promise<void> {
  const bodies = PAYLOADS.map((text, i) => textDelivery(number, FROM, `wamid.x${i}`, text));
  const contact = {
    name: { formatted_name: PAYLOADS[1], first_name: PAYLOADS[2] },
    phones: [{ phone: "javascript:hiloPwned(1)", wa_id: "1" }],
    emails: [{ email: '"><img src=x onerror=hiloPwned(1)>@x.org' }],
    urls: [
      { url: "javascript:hiloPwned(1)" },
      { url: "data:text/html,<script>parent.hiloPwned(1)</script>" },
    ],
    org: { company: PAYLOADS[3] },
  };
  const media = {
    id: "1",
    mime_type: "text/html",
    sha256: "x",
    filename: `${PAYLOADS[4]}.html`,
    caption: PAYLOADS[5],
  };
  const place = {
    latitude: 1,
    longitude: 2,
    name: PAYLOADS[6],
    address: PAYLOADS[7],
    url: "javascript:hiloPwned(1)",
  };
  const parts: object[] = [
    { type: "contacts", contacts: [contact] },
    { type: "document", document: media },
    { type: "location", location: place },
    { type: "button", button: { text: PAYLOADS[8], payload: PAYLOADS[9] } },
    {
      type: "interactive",
      interactive: {
        type: "list_reply",
        list_reply: { id: PAYLOADS[10], title: PAYLOADS[11], description: PAYLOADS[12] },
      },
    },
    { type: PAYLOADS[13], unknown: PAYLOADS[14] },
  ];
  bodies.push(...parts.map((part, i) => messageDelivery(number, FROM, `wamid.p${i}`, part)));
  // Many people, each with another name.
  for (const [i, name] of PAYLOADS.slice(0, 30).entries()) {
    const body = textDelivery(number, `3460000${1_000 + i}`, `wamid.n${i}`, name);
    bodies.push(body.replace('"Ana"', JSON.stringify(name)));
  }
  for (const body of bodies) expect(await post(product.server.url, number, body)).toBe(200);
  await product.untilQuiet();
  const { items } = await product.api<{ items: { id: string; contact: { id: string; phone: string } }[] }>(
    "GET",
    "/conversations?limit=200",
  );
  const found = items.find(({ contact }) => contact.phone.endsWith(FROM));
  conversationId = found?.id ?? "";
  for (const text of PAYLOADS.slice(0, 20))
    await product.api("POST", `/contacts/${found?.contact.id}/notes`, { text });
  const fields = Object.fromEntries(PAYLOADS.slice(0, 10).map((text, i) => [`f${i}`, text]));
  const tags = PAYLOADS.slice(0, 20).map((text) => text.slice(0, 60));
  await product.api("PATCH", `/contacts/${found?.contact.id}`, {
    name: PAYLOADS[15]?.slice(0, 120),
    fields,
    tags,
  });
}

/** What a payload would have made of the page. */
const foreignElements = () =>
  ana.page.evaluate(() => {
    const odd = document.querySelectorAll(
      "iframe, object, embed, base, meta[http-equiv=refresh], form[action^=javascript], [onerror], [onload], [onclick], [onfocus], [onmouseover], [srcdoc], math, marquee, svg script, body script:not([src])",
    );
    const links = [...document.querySelectorAll("a[href]")]
      .map((link) => link.getAttribute("href") ?? "")
      .filter((href) => !/^(https?:|mailto:|tel:|\/|#)/i.test(href));
    return { odd: [...odd].map((element) => element.outerHTML.slice(0, 120)), links };
  });

describe("hostile words", () => {
  it("are more than a hundred", () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThan(100);
  });

  it("in a conversation are text, all of them", async () => {
    const { page } = ana;
    await page.goto(`${product.server.url}/conversations/${conversationId}`);
    await page.getByText("last words", { exact: false }).first().waitFor();
    // Older messages come when one reads up to them.
    const thread = page.getByRole("log").or(page.locator("main")).first();
    for (let i = 0; i < 6; i += 1) {
      await thread.hover();
      await page.mouse.wheel(0, -20_000);
      await page.waitForTimeout(40);
    }
    expect(await foreignElements()).toEqual({ odd: [], links: [] });
    const text = await page.locator("body").textContent();
    expect(text).toContain("<img src=x onerror=hiloPwned(1)>");
    expect(alarms).toEqual([]);
  });

  it.each([
    "/flows",
    "/flows/ID",
    "/conversations",
    "/sessions",
    "/channels",
    "/settings",
    "/nowhere/<img src=x onerror=hiloPwned(1)>",
  ])("are text on %s", async (path) => {
    const { page } = ana;
    await page.goto(product.server.url + path.replace("ID", flowId));
    await page.locator("#root :is(h1, h2, nav, main)").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(await foreignElements()).toEqual({ odd: [], links: [] });
    expect(alarms).toEqual([]);
  });

  it.each([
    `?next=javascript:hiloPwned(1)`,
    `?next=//evil.example`,
    `?next=https://evil.example`,
    `?return=javascript:hiloPwned(1)#<img src=x onerror=hiloPwned(1)>`,
  ])("in the sign-in page's address %s lead nowhere", async (query) => {
    const { page } = ana;
    await page.goto(`${product.server.url}/sign-in${query}`);
    await page.waitForLoadState("networkidle");
    expect(new URL(page.url()).origin).toBe(product.server.url);
    expect(alarms).toEqual([]);
  });

  it("and the alarm itself would have rung", async () => {
    await ana.page.evaluate(() => {
      const image = document.createElement("img");
      image.setAttribute("onerror", "hiloPwned(1)");
      image.src = "data:image/png,x";
      document.body.append(image);
    });
    await expect.poll(() => alarms.length).toBeGreaterThan(0);
    expect(alarms[0]).toMatch(/^ran: policy script-src/);
  });
});
