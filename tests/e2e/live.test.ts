/** Live events over Socket.IO, as a script of somebody else's hears them: by API key, room by room, with nothing missed. */
import pg from "pg";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { GraphStandIn } from "../support/graph-stand-in.ts";
import { type Product, startProduct } from "../support/product.ts";
import { until } from "../support/server-process.ts";
import { INTERVIEW, orderStatus } from "../support/story-flows.ts";
import { Customer } from "../support/whatsapp-customer.ts";
import type { WhatsAppNumber } from "../support/whatsapp-webhook.ts";

type Payload = Record<string, unknown> & { seq?: string; message?: { id: string; content: unknown } };
type Event = { event: string; payload: Payload };
type Ack = { ok?: true; error?: string };
type CaughtUp = { events: Event[]; seq: string; reset: boolean };

let graph: GraphStandIn;
let product: Product;
let number: WhatsAppNumber & { channelId: string };
const open: Socket[] = [];

beforeAll(async () => {
  graph = await GraphStandIn.start();
  product = await startProduct({ GRAPH_API_URL: graph.url });
  number = await product.connectNumber();
  await product.publish(INTERVIEW);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(async () => {
  await product?.stop();
  await graph?.stop();
});

const newCustomer = () => new Customer({ product, graph, number });

interface Listener {
  socket: Socket;
  heard: Event[];
  of(event: string): Payload[];
  join(contactId: unknown): Promise<Ack>;
}

/** @param transports polling is what is left when a proxy lets no WebSocket through */
async function listen(token = product.apiKey, transports = ["websocket"]): Promise<Listener> {
  const socket = io(product.server.url, { auth: { token }, transports, reconnection: false });
  open.push(socket);
  const heard: Event[] = [];
  socket.onAny((event: string, payload: Payload) => void heard.push({ event, payload }));
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  return {
    socket,
    heard,
    of: (event) => heard.filter((one) => one.event === event).map(({ payload }) => payload),
    join: (contactId) => socket.timeout(5_000).emitWithAck("join:conversation", contactId),
  };
}

/** A customer who was asked for a name, and the id of their contact. */
async function greeted(): Promise<{ customer: Customer; contactId: string }> {
  const customer = newCustomer();
  await customer.writes("vamos");
  await customer.hears("¿Nombre?");
  await product.untilQuiet();
  return { customer, contactId: (await customer.conversation()).contact.id };
}

const lastSeq = (events: Event[]): string =>
  events.reduce(
    (top, { payload }) => (BigInt(payload.seq ?? 0) > BigInt(top) ? (payload.seq ?? top) : top),
    "0",
  );

describe.each([["websocket"], ["polling"]])("a conversation joined over %s", (transport) => {
  it("tells messages, their status and the session's move, each with the fields promised", async () => {
    const { customer, contactId } = await greeted();
    const live = await listen(product.apiKey, [transport]);
    expect(await live.join(contactId)).toEqual({ ok: true });
    await customer.writes("Luz");
    const sent = await customer.hearsOne("¿Color, Luz?");
    await customer.reports(sent.wamid, "delivered");
    await until(
      () => live.of("message:status").some(({ status }) => status === "Delivered"),
      "the delivery is told",
    );

    const [wrote, asked, ...more] = live.of("message:new");
    expect(more).toEqual([]);
    expect(wrote).toMatchObject({
      contactId,
      message: { direction: "in", contactId, content: { type: "text", text: "Luz" } },
    });
    expect(asked).toMatchObject({
      contactId,
      message: { id: sent.opaque, direction: "out", content: { type: "text", text: "¿Color, Luz?" } },
    });
    const told = live.of("message:status").filter(({ messageId }) => messageId === sent.opaque);
    expect(told.map(({ status }) => status)).toEqual(["Sent", "Delivered"]);
    expect(told.at(-1)).toMatchObject({ waMessageId: sent.wamid, contactId });

    const { items } = await product.api<{ items: { id: string; contact: { id: string } }[] }>(
      "GET",
      "/sessions?limit=200",
    );
    const sessionId = items.find(({ contact }) => contact.id === contactId)?.id;
    expect(live.of("session:updated")).toEqual([
      expect.objectContaining({ sessionId, status: "Paused", contactId, nodeId: "colour" }),
    ]);
  });
});

describe("a room", () => {
  it("is silent for who did not join, and again for who left", async () => {
    const { customer, contactId } = await greeted();
    const [member, stranger] = [await listen(), await listen()];
    await member.join(contactId);
    await customer.writes("Luz");
    await until(() => member.of("message:new").length === 2, "the member hears both messages");
    expect(stranger.of("message:new")).toEqual([]);

    expect(await member.socket.timeout(5_000).emitWithAck("leave:conversation", contactId)).toEqual({
      ok: true,
    });
    await stranger.join(contactId);
    await customer.writes("azul");
    await until(() => stranger.of("message:new").length === 2, "who joined now hears both messages");
    expect(member.of("message:new")).toHaveLength(2);
  });

  it("shows the bot at work while a call of the flow runs, and ends it with the message", async () => {
    await product.publish(orderStatus("http://127.0.0.1:1"));
    const customer = newCustomer();
    await customer.writes("pedido");
    await customer.hears("¿Qué número?");
    const contactId = (await customer.conversation()).contact.id;
    const live = await listen();
    await live.join(contactId);
    await customer.writes("7");
    await customer.hears("No puedo mirarlo ahora: address-refused");
    await until(() => live.of("typing:stop").length > 0, "typing stops");
    const states = live.heard.filter(({ event }) => event.startsWith("typing:"));
    expect(states.map(({ event }) => event)).toEqual(["typing:start", "typing:stop"]);
    expect(states.map(({ payload }) => payload.contactId)).toEqual([contactId, contactId]);
  });

  it("is forbidden when the contact is nobody's, another workspace's, or no id at all", async () => {
    const db = new pg.Client({ connectionString: product.database.url });
    await db.connect();
    const [workspace, theirs] = [crypto.randomUUID(), crypto.randomUUID()];
    await db.query("INSERT INTO workspaces (id, name) VALUES ($1, 'Others')", [workspace]);
    await db.query("INSERT INTO contacts (workspace_id, id) VALUES ($1, $2)", [workspace, theirs]);
    await db.end();
    const live = await listen();
    for (const contactId of [theirs, crypto.randomUUID(), "x' OR 1=1", null, { id: theirs }])
      expect([contactId, await live.join(contactId)]).toEqual([contactId, { error: "forbidden" }]);
  });
});

describe("a connection", () => {
  it("is refused without a key, with a wrong one, and ended when the key is revoked", async () => {
    await expect(listen("")).rejects.toThrow("unauthorized");
    await expect(listen("hilo_wrong")).rejects.toThrow("unauthorized");
    const { id, key } = await product.api<{ id: string; key: string }>("POST", "/api-keys", {
      name: "Short",
      role: "viewer",
    });
    const { socket } = await listen(key);
    await product.api("DELETE", `/api-keys/${id}`);
    await until(() => socket.disconnected, "the revoked key's socket is closed", 10_000);
  });

  it("catches up on exactly what it missed, in order, and on nothing when it missed nothing", async () => {
    const { customer, contactId } = await greeted();
    const before = await listen();
    await before.join(contactId);
    await customer.writes("Luz");
    await customer.hears("¿Color, Luz?");
    await until(() => before.of("message:status").some(({ status }) => status === "Sent"), "sent is told");
    await product.untilQuiet();
    const since = lastSeq(before.heard);
    before.socket.disconnect();

    await customer.writes("azul");
    await customer.hears("Luz quiere azul");
    await product.untilQuiet();

    const after = await listen();
    await after.join(contactId);
    const caught: CaughtUp = await after.socket.timeout(5_000).emitWithAck("catch-up", { since });
    expect(caught.reset).toBe(false);
    const missed = caught.events.filter(
      ({ event, payload }) => event !== "conversation:updated" && BigInt(payload.seq ?? 0) > BigInt(since),
    );
    const words = missed
      .filter(({ event }) => event === "message:new")
      .map(({ payload }) => payload.message?.content);
    expect(words).toMatchObject([{ text: "azul" }, { text: "Luz quiere azul" }]);
    expect(missed.filter(({ event }) => event === "session:updated").at(-1)?.payload).toMatchObject({
      contactId,
      status: "Completed",
      endReason: "finished",
    });
    expect(missed.filter(({ event }) => event === "message:status").at(-1)?.payload).toMatchObject({
      status: "Sent",
    });
    const order = missed.map(({ payload }) => BigInt(payload.seq ?? 0));
    expect(order).toEqual([...order].sort((a, b) => (a < b ? -1 : 1)));

    const again: CaughtUp = await after.socket.timeout(5_000).emitWithAck("catch-up", { since: caught.seq });
    const newer = again.events.filter(({ payload }) => BigInt(payload.seq ?? 0) > BigInt(caught.seq));
    expect(newer).toEqual([]);
    expect(await after.socket.timeout(5_000).emitWithAck("catch-up", { since: "x" })).toEqual({
      error: "bad-request",
    });
  });
});
