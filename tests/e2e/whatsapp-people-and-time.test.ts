/** Agents, new versions, sub-flows, HTTP calls and waits over the real webhook: what happens between two messages of a customer. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GraphStandIn } from "../support/graph-stand-in.ts";
import { type Product, startProduct } from "../support/product.ts";
import { until } from "../support/server-process.ts";
import { ADDRESS, DELIVERY, MENU, orderStatus, PATIENCE, shop } from "../support/story-flows.ts";
import { Customer } from "../support/whatsapp-customer.ts";
import type { WhatsAppNumber } from "../support/whatsapp-webhook.ts";

interface Session {
  status: string;
  nodeId: string | null;
  flowVersionId: string;
}

let graph: GraphStandIn;
let product: Product;
let number: WhatsAppNumber & { channelId: string };
let shopId: string;

beforeAll(async () => {
  graph = await GraphStandIn.start();
  product = await startProduct({ GRAPH_API_URL: graph.url });
  number = await product.connectNumber();
  shopId = await product.publish(shop());
});
afterAll(async () => {
  await product?.stop();
  await graph?.stop();
});

const newCustomer = () => new Customer({ product, graph, number });

async function sessionsOf(customer: Customer): Promise<Session[]> {
  const { id } = await customer.conversation();
  return (await product.api<{ items: Session[] }>("GET", `/sessions?conversationId=${id}`)).items;
}

describe("an agent", () => {
  it("silences the bot by taking over, writes by hand, and hands back to where the bot stood", async () => {
    const customer = newCustomer();
    await customer.writes("tienda");
    await customer.hears("Bienvenida, Ana", MENU.text);
    const { id } = await customer.conversation();
    const taken = await product.api<{ mode: string }>("POST", `/conversations/${id}/take-over`);
    expect(taken.mode).toBe("Human");
    await customer.writes("Pedir");
    await customer.writes("tienda");
    await customer.hearsNothing();

    const content = { type: "text", text: "Soy Ana de verdad" };
    await product.api("POST", "/messages/send", { conversationId: id, content });
    await customer.hears("Soy Ana de verdad");

    const back = await product.api<{ mode: string }>("POST", `/conversations/${id}/hand-back`);
    expect(back.mode).toBe("Bot");
    await customer.hearsNothing();
    await customer.writes("Pedir");
    await customer.hears("Elige un plato");
    expect(await sessionsOf(customer)).toMatchObject([{ status: "Paused", nodeId: "card" }]);
  });

  it("gets what a flow hands over, and the flow goes on when it is handed back", async () => {
    const customer = newCustomer();
    await customer.writes("tienda");
    await customer.hears("Bienvenida, Ana", MENU.text);
    await customer.writes("Una persona");
    await customer.hears("Te paso con alguien");
    await customer.writes("¿hola?");
    await customer.hearsNothing();
    const { id, mode } = await customer.conversation();
    expect(mode).toBe("Human");
    await product.api("POST", `/conversations/${id}/hand-back`);
    await customer.hears("Soy el bot otra vez");
    expect(await customer.conversation()).toMatchObject({ mode: "Bot" });
    expect(await sessionsOf(customer)).toMatchObject([{ status: "Completed" }]);
  });
});

describe("a new version", () => {
  it("is heard by whoever starts anew, while who is under way finishes on the old one", async () => {
    const early = newCustomer();
    await early.writes("tienda");
    await early.hears("Bienvenida, Ana", MENU.text);

    const changed = shop("Texto nuevo para {{ contact.name }}");
    for (const node of changed.nodes) {
      if (node.id === "card") node.data = { ...node.data, text: "Carta nueva" };
    }
    await product.api("PUT", `/flows/${shopId}`, { name: "Shop", definition: changed });
    const unpublished = newCustomer();
    await unpublished.writes("tienda");
    await unpublished.hears("Bienvenida, Ana", MENU.text);

    await product.api("POST", `/flows/${shopId}/publish`, { note: "New words" });
    const late = newCustomer();
    await late.writes("tienda");
    await late.hears("Texto nuevo para Ana", MENU.text);
    await late.writes("Pedir");
    await late.hears("Carta nueva");
    await early.writes("Pedir");
    await early.hears("Elige un plato");

    const versions = [await sessionsOf(early), await sessionsOf(late)].map(
      ([session]) => session?.flowVersionId,
    );
    expect(new Set(versions).size).toBe(2);
    const { items } = await product.api<{ items: { id: string; number: number; current: boolean }[] }>(
      "GET",
      `/flows/${shopId}/versions`,
    );
    expect(items.map(({ id, number: n, current }) => [id, n, current])).toEqual([
      [versions[1], 2, true],
      [versions[0], 1, false],
    ]);
  });
});

describe("a sub-flow", () => {
  it("asks with what it was given and gives back what it was told to", async () => {
    await product.publish(ADDRESS);
    await product.publish(DELIVERY);
    const customer = newCustomer();
    await customer.writes("envío");
    await customer.hears("¿Calle, Ana?");
    await customer.writes("Mayor 1");
    await customer.hears("Enviado a Mayor 1");
    await customer.hearsNothing();
    expect(await sessionsOf(customer)).toMatchObject([{ status: "Completed" }]);
  });
});

describe("a wait", () => {
  it("of one second goes on by itself after a second", async () => {
    await product.publish(PATIENCE);
    const customer = newCustomer();
    await customer.writes("espera");
    const soon = await customer.hearsOne("Un segundo");
    expect(await sessionsOf(customer)).toMatchObject([{ status: "Paused", nodeId: "wait" }]);
    const now = await customer.hearsOne("Ya está");
    expect(now.acceptedAt - soon.acceptedAt).toBeGreaterThan(800);
    expect(now.acceptedAt - soon.acceptedAt).toBeLessThan(8_000);
  });

  it("is not forgotten when the process dies meanwhile", async () => {
    const customer = newCustomer();
    await customer.writes("espera");
    await customer.hears("Un segundo");
    // A send whose answer is not saved yet would hold the conversation back until its outcome is given up.
    await product.untilQuiet();
    await product.restart();
    await customer.hears("Ya está");
    await customer.hearsNothing();
  });
});

describe("an HTTP request of a flow", () => {
  let shopApi: Server;
  let asked: { url: string; method: string; body: string; type: string }[];

  beforeAll(async () => {
    asked = [];
    shopApi = createServer(async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks).toString();
      const type = req.headers["content-type"] ?? "";
      asked.push({ url: req.url ?? "", method: req.method ?? "", body, type });
      res.writeHead(200, { "content-type": "application/json" });
      res.end(JSON.stringify({ order: { state: "en camino" } }));
    });
    await new Promise<void>((resolve) => shopApi.listen(0, "127.0.0.1", resolve));
    await product.publish(orderStatus(`http://127.0.0.1:${(shopApi.address() as AddressInfo).port}`));
  });
  afterAll(async () => {
    shopApi.closeAllConnections();
    await new Promise((resolve) => shopApi.close(resolve));
  });

  async function asks(): Promise<Customer> {
    const customer = newCustomer();
    await customer.writes("pedido");
    await customer.hears("¿Qué número?");
    await customer.writes("A/7");
    return customer;
  }

  it("to a private address is refused, takes the error branch, and nothing is asked", async () => {
    const customer = await asks();
    await customer.hears("No puedo mirarlo ahora: address-refused");
    expect(asked).toEqual([]);
  });

  it("to a private address that is allowed brings its answer into the conversation, asked once", async () => {
    await product.untilQuiet();
    await product.restart({ HILO_ALLOW_PRIVATE_HOSTS: "127.0.0.1" });
    const customer = await asks();
    await customer.hears("Tu pedido está en camino (200)");
    await customer.hearsNothing();
    expect(asked).toEqual([
      { url: "/orders/A%2F7", method: "POST", body: '{"who":"Ana"}', type: "application/json" },
    ]);
  });

  it("that fails is told by the error branch", async () => {
    shopApi.removeAllListeners("request");
    shopApi.on("request", (_req, res) => void res.writeHead(500).end("no"));
    const customer = await asks();
    await customer.hears("No puedo mirarlo ahora: http-status");
    await until(async () => (await sessionsOf(customer))[0]?.status === "Completed", "the session ended");
  });
});
