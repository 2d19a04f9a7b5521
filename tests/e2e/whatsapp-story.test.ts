/** The main job over the real WhatsApp webhook: signed deliveries in, the right requests to the Graph API out, in order. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Accepted } from "../support/graph-stand-in.ts";
import { GraphStandIn } from "../support/graph-stand-in.ts";
import { type Product, startProduct } from "../support/product.ts";
import { until } from "../support/server-process.ts";
import { CARD, CONTRACT_EXAMPLE, MENU, shop } from "../support/story-flows.ts";
import { Customer } from "../support/whatsapp-customer.ts";
import type { WhatsAppNumber } from "../support/whatsapp-webhook.ts";

interface Message {
  id: string;
  direction: string;
  status: string;
  waMessageId: string | null;
  content: Record<string, unknown>;
  cause: { nodeId: string | null } | null;
}
interface Session {
  id: string;
  status: string;
  nodeId: string | null;
  endReason: string | null;
  variables: Record<string, unknown>;
}

let graph: GraphStandIn;
let product: Product;
let number: WhatsAppNumber & { channelId: string };

beforeAll(async () => {
  graph = await GraphStandIn.start();
  product = await startProduct({ GRAPH_API_URL: graph.url, GRAPH_API_VERSION: "v24.0" });
  number = await product.connectNumber();
  await product.publish(CONTRACT_EXAMPLE);
  await product.publish(shop());
});
afterAll(async () => {
  await product?.stop();
  await graph?.stop();
});

const newCustomer = () => new Customer({ product, graph, number });

async function messagesOf(customer: Customer): Promise<Message[]> {
  const { id } = await customer.conversation();
  const { items } = await product.api<{ items: Message[] }>("GET", `/conversations/${id}/messages`);
  return items.reverse();
}

async function sessionsOf(customer: Customer): Promise<Session[]> {
  const { id } = await customer.conversation();
  return (await product.api<{ items: Session[] }>("GET", `/sessions?conversationId=${id}`)).items;
}

async function statusOf(customer: Customer, wamid: string): Promise<string | undefined> {
  return (await messagesOf(customer)).find(({ waMessageId }) => waMessageId === wamid)?.status;
}

/** The shop's greeting and menu. */
async function openShop(customer: Customer): Promise<Accepted> {
  await customer.writes("tienda");
  const [, menu] = await customer.hears("Bienvenida, Ana", MENU.text);
  if (menu === undefined) throw new Error("no menu");
  return menu;
}

describe("the contract's example flow", () => {
  it("answers HÓLA with a text and buttons in Meta's shapes, with our id, the token and the version", async () => {
    const customer = newCustomer();
    await customer.writes("HÓLA");
    const [hello, menu] = await customer.hears("¡Hola Ana!", "¿Qué deseas?");
    const envelope = {
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to: `+${customer.phone}`,
    };
    expect(hello?.body).toEqual({
      ...envelope,
      type: "text",
      text: { body: "¡Hola Ana!", preview_url: false },
      biz_opaque_callback_data: hello?.opaque,
    });
    expect(menu?.body).toEqual({
      ...envelope,
      type: "interactive",
      interactive: {
        type: "button",
        body: { text: "¿Qué deseas?" },
        action: {
          buttons: [
            { type: "reply", reply: { id: "opt-0", title: "Ventas" } },
            { type: "reply", reply: { id: "opt-1", title: "Soporte" } },
          ],
        },
      },
      biz_opaque_callback_data: menu?.opaque,
    });
    for (const send of [hello, menu]) {
      expect(send?.path).toBe(`/v24.0/${number.platformId}/messages`);
      expect(send?.token).toBe("EAAtest");
    }
    const [, first, second] = await messagesOf(customer);
    expect([first?.id, second?.id]).toEqual([hello?.opaque, menu?.opaque]);
  });

  it("ends finished when the first button is tapped, with what was chosen", async () => {
    const customer = newCustomer();
    await customer.writes("hola");
    const [, menu] = await customer.hears("¡Hola Ana!", "¿Qué deseas?");
    await customer.taps(menu as Accepted, "opt-0", "Ventas");
    await customer.hearsNothing();
    expect(await sessionsOf(customer)).toMatchObject([
      { status: "Completed", endReason: "finished", variables: { tema: "Ventas", tema_id: "opt-0" } },
    ]);
  });
});

describe("the shop", () => {
  it("goes by button, list, number, sum and condition to the right end, one message for each step", async () => {
    const customer = newCustomer();
    const menu = await openShop(customer);
    expect(menu.body.interactive).toEqual({
      type: "button",
      header: { type: "text", text: "Café Hilo" },
      body: { text: MENU.text },
      footer: { text: MENU.footer },
      action: { buttons: MENU.options.map((reply) => ({ type: "reply", reply })) },
    });
    await customer.taps(menu, "opt-0", "Pedir");
    const card = await customer.hearsOne(CARD.text);
    expect(card.body.interactive).toEqual({
      type: "list",
      body: { text: CARD.text },
      action: { button: CARD.button, sections: CARD.sections },
    });
    await customer.picks(card, "item-0", "Pizza");
    await customer.hears("¿Cuántas raciones de Pizza?");
    await customer.writes("muchas");
    await customer.hears("Un número, por favor", "¿Cuántas raciones de Pizza?");
    await customer.writes("3");
    await customer.hears("Son 27 €, envío gratis");
    await customer.hearsNothing();
    const [session] = await sessionsOf(customer);
    expect(session).toMatchObject({
      status: "Completed",
      variables: { tema: "Pedir", plato: "Pizza", cantidad: 3, total: 27 },
    });
  });

  it("takes the other branch of the condition, by a typed title and a row's number", async () => {
    const customer = newCustomer();
    await openShop(customer);
    await customer.writes("pedír");
    await customer.hears(CARD.text);
    await customer.writes("2");
    await customer.hears("¿Cuántas raciones de Agua?");
    await customer.writes("1");
    await customer.hears("Son 9 € más envío");
  });

  it("takes an image and a location as answers, and asks for the location natively", async () => {
    const customer = newCustomer();
    await customer.taps(await openShop(customer), "opt-1", "Enviar foto");
    await customer.hears("Manda una foto");
    await customer.sends({
      type: "image",
      image: { id: "1013859600285441", mime_type: "image/jpeg", sha256: "x", caption: "mira" },
    });
    const place = await customer.hearsOne("¿Dónde estás?");
    expect(place.body.interactive).toEqual({
      type: "location_request_message",
      body: { text: "¿Dónde estás?" },
      action: { name: "send_location" },
    });
    await customer.sends({ type: "location", location: { latitude: 41.5, longitude: 2.1, name: "Casa" } });
    await customer.hears("Gracias, te vemos en 41.5");
    const inbound = (await messagesOf(customer)).filter(({ direction }) => direction === "in");
    expect(inbound.map(({ content }) => content.type)).toEqual(["text", "tap", "media", "location"]);
    expect(inbound[2]?.content).toMatchObject({
      media: { kind: "image", id: "1013859600285441" },
      caption: "mira",
    });
  });

  it("starts by the payload of a template's button", async () => {
    const customer = newCustomer();
    await customer.sends({ type: "button", button: { payload: "PROMO_10", text: "La quiero" } });
    await customer.hears("Bienvenida, Ana", MENU.text);
    await customer.hearsNothing();
  });

  it("stores and shows a type nobody knows, and answers with the flow's fallback", async () => {
    const customer = newCustomer();
    await openShop(customer);
    const hologram = { type: "hologram", hologram: { frames: 3 } };
    const wamid = await customer.sends(hologram);
    await customer.hears("Eso no lo entiendo, usa los botones");
    await customer.hearsNothing();
    const stored = (await messagesOf(customer)).find(({ waMessageId }) => waMessageId === wamid);
    expect(stored?.content).toMatchObject({ type: "unknown", platformType: "hologram", raw: hologram });
    expect(await sessionsOf(customer)).toMatchObject([{ status: "Paused", nodeId: "menu" }]);
  });

  it("goes back to an earlier question when its old button is tapped while the session lives", async () => {
    const customer = newCustomer();
    const menu = await openShop(customer);
    await customer.taps(menu, "opt-0", "Pedir");
    await customer.hears(CARD.text);
    await customer.taps(menu, "opt-1", "Enviar foto");
    await customer.hears("Manda una foto");
    expect(await sessionsOf(customer)).toMatchObject([{ status: "Paused", nodeId: "photo" }]);
  });

  it("starts again when a button of an ended session is tapped", async () => {
    const customer = newCustomer();
    const menu = await openShop(customer);
    await customer.writes("1");
    await customer.hears(CARD.text);
    await customer.writes("1");
    await customer.hears("¿Cuántas raciones de Pizza?");
    await customer.writes("1");
    await customer.hears("Son 9 € más envío");
    await customer.taps(menu, "opt-0", "Pedir");
    await customer.hears("Bienvenida, Ana", MENU.text);
    await customer.hearsNothing();
    expect((await sessionsOf(customer)).map(({ status }) => status).sort()).toEqual(["Completed", "Paused"]);
  });
});

describe("what the platform says of a send", () => {
  it("turns Sent to Delivered to Read and never back, doubled and late", async () => {
    const customer = newCustomer();
    const { wamid } = await openShop(customer);
    const turns = (status: string) =>
      until(async () => (await statusOf(customer, wamid)) === status, `${wamid} is ${status}`);
    await turns("Sent");
    await customer.reports(wamid, "delivered");
    await turns("Delivered");
    await customer.reports(wamid, "sent");
    await product.untilQuiet();
    expect(await statusOf(customer, wamid)).toBe("Delivered");
    await customer.reports(wamid, "read", "read");
    await turns("Read");
    for (const late of ["delivered", "sent", "read", "failed"]) await customer.reports(wamid, late);
    await product.untilQuiet();
    expect(await statusOf(customer, wamid)).toBe("Read");
  });

  it("ends at Read when a delivery has them in reverse, and moves no other message", async () => {
    const customer = newCustomer();
    const { wamid } = await openShop(customer);
    await customer.reports(wamid, "read", "delivered", "sent");
    await until(async () => (await statusOf(customer, wamid)) === "Read", "the menu is read");
    await product.untilQuiet();
    const out = (await messagesOf(customer)).filter(({ direction }) => direction === "out");
    expect(out.map(({ status }) => status)).toEqual(["Sent", "Read"]);
  });
});

describe("a session, seen by the API", () => {
  it("is listed where it waits, and its events tell each step with input, effects and trace", async () => {
    const customer = newCustomer();
    await customer.taps(await openShop(customer), "opt-0", "Pedir");
    await customer.hears(CARD.text);
    const { items: paused } = await product.api<{ items: Session[] }>("GET", "/sessions?status=Paused");
    const [session] = await sessionsOf(customer);
    expect(paused.map(({ id }) => id)).toContain(session?.id);
    expect(session).toMatchObject({ status: "Paused", nodeId: "card", variables: { tema: "Pedir" } });
    const { items: events } = await product.api<{ items: { seq: number; input: object; trace: object[] }[] }>(
      "GET",
      `/sessions/${session?.id}/events`,
    );
    expect(events.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(events[0]?.input).toMatchObject({ type: "start", cause: { keyword: "tienda", mode: "word" } });
    expect(events[1]?.input).toMatchObject({ type: "message" });
    const path = events.flatMap(({ trace }) => trace).filter((entry) => "nodeId" in entry);
    expect(path).toEqual(
      expect.arrayContaining([expect.objectContaining({ type: "node-entered", nodeId: "card" })]),
    );
    expect((await messagesOf(customer)).at(-1)?.cause).toMatchObject({ nodeId: "card" });
  });
});
