/** The simulator's round trip: a customer's words go in by the real webhook route, sends come back as statuses by the same route. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../server/src/db/ids.ts";
import { useTestDatabase } from "../support/database.ts";
import { queueTexts, statusesOf, type TestChannel, TestServer } from "../support/graph-stand-in-server.ts";

const db = useTestDatabase();
let server: TestServer;
let workspaceId: string;

beforeAll(async () => {
  server = await TestServer.start({ pool: db.pool, prisma: db.prisma });
});
beforeEach(async () => {
  workspaceId = newId();
  await db.prisma.workspace.create({ data: { id: workspaceId, name: "Test" } });
});
afterAll(() => server.stop());

async function simulatorChannel(): Promise<TestChannel> {
  const channel = await server.simulator.channel(workspaceId);
  return {
    workspaceId,
    channelId: channel.id,
    platformId: channel.platformId,
    appSecret: channel.appSecret ?? "",
    token: channel.accessToken ?? "",
  };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("What was waited for did not come.");
}

test("a workspace has one simulator channel, also when many ask for it at once", async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => server.simulator.phone(workspaceId, {})));
  expect(new Set(made.map((phone) => phone.channelId)).size).toBe(1);
  const { rows } = await db.pool.query("SELECT access_token FROM channels WHERE workspace_id = $1", [
    workspaceId,
  ]);
  expect(rows).toHaveLength(1);
  // Sealed, like every channel's.
  expect(rows[0].access_token).toMatch(/^v1\./);
});

test("the same number is the same contact, and another number is another", async () => {
  const first = await server.simulator.phone(workspaceId, { phone: "573001112233", name: "Ana" });
  const again = await server.simulator.phone(workspaceId, { phone: "573001112233", name: "Somebody" });
  const other = await server.simulator.phone(workspaceId, { phone: "573004445566" });
  expect(first).toMatchObject({ phone: "573001112233", name: "Ana" });
  expect(again).toEqual(first);
  expect(other.contactId).not.toBe(first.contactId);
  expect(await server.simulator.phone(workspaceId, {})).toEqual(first);
});

describe("writing", () => {
  const messages = [
    [
      { type: "text", text: "hola" },
      { type: "text", text: "hola" },
    ],
    [
      { type: "button", id: "opt-0", title: "Ventas", replyTo: "wamid.X" },
      { type: "tap", tap: { kind: "button", id: "opt-0", title: "Ventas" } },
    ],
    [
      { type: "template-button", id: "yes", title: "Sí", replyTo: "wamid.T" },
      { type: "tap", tap: { kind: "template-button", id: "yes", title: "Sí" } },
    ],
    [
      { type: "list", id: "item-1", title: "Uno", description: "d" },
      { type: "tap", tap: { kind: "list", id: "item-1", title: "Uno" } },
    ],
    [
      { type: "location", latitude: 4.6, longitude: -74, name: "Bogotá" },
      { type: "location", latitude: 4.6, longitude: -74, name: "Bogotá" },
    ],
    [
      { type: "image", caption: "look" },
      { type: "media", media: { kind: "image" }, caption: "look" },
    ],
    [{ type: "sticker" }, { type: "media", media: { kind: "sticker" } }],
    [{ type: "unsupported" }, { type: "unknown", platformType: "unsupported" }],
  ] as const;

  test.each(messages)("%j comes in as an inbox row and wakes its shard", async (message, content) => {
    server.woken.length = 0;
    const wamid = await server.simulator.writeAsCustomer(workspaceId, "573001112233", "Ana", message);
    const { rows } = await db.pool.query("SELECT * FROM inbox_events WHERE workspace_id = $1", [workspaceId]);
    expect(rows).toMatchObject([
      {
        kind: "message",
        state: "pending",
        external_id: "573001112233",
        payload: { content, platformMessageId: wamid, profileName: "Ana", phone: "+573001112233" },
      },
    ]);
    expect(rows[0].payload.replyTo).toBe("replyTo" in message ? message.replyTo : null);
    expect(server.woken).toEqual([["drain", String(rows[0].shard)]]);
    const { rows: log } = await db.pool.query(
      "SELECT platform, signature, state FROM webhook_log WHERE workspace_id = $1",
      [workspaceId],
    );
    expect(log).toEqual([{ platform: "simulator", signature: "ok", state: "stored" }]);
  });
});

describe("receiving", () => {
  test("a send is accepted, then reported sent and delivered, and read once the chat is open", async () => {
    const channel = await simulatorChannel();
    const { conversationId, phone } = await server.simulator.phone(workspaceId, { phone: "573001112233" });
    const ids = await queueTexts(server, channel, conversationId, ["one", "two"]);
    await server.deliver(channel.channelId);
    await until(async () => (await statusesOf(server, ids)).every((status) => status === "Delivered"));
    await server.simulator.read(workspaceId, phone);
    await until(async () => (await statusesOf(server, ids)).every((status) => status === "Read"));
    // The chat is still on screen: the next one is read as it comes.
    const [third = ""] = await queueTexts(server, channel, conversationId, ["three"]);
    await server.deliver(channel.channelId);
    await until(async () => (await statusesOf(server, [third]))[0] === "Read");
  });

  const send = (channel: TestChannel, body: unknown, token = channel.token) =>
    fetch(`${server.url}/simulator/graph/v25.0/${channel.platformId}/messages`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const text = (body: string) => ({
    messaging_product: "whatsapp",
    recipient_type: "individual",
    to: "+573001112233",
    type: "text",
    text: { body },
  });

  test("a wrong token, a broken request and a text that is too long get Meta's own errors", async () => {
    const channel = await simulatorChannel();
    const cases: [Response, number, number][] = [
      [await send(channel, text("hi"), "wrong"), 401, 190],
      [await send(channel, "{"), 400, 100],
      [await send(channel, { ...text("hi"), to: "573001112233" }), 400, 100],
      [await send(channel, { ...text("hi"), surprise: true }), 400, 100],
      [await send(channel, text("x".repeat(4_097))), 400, 131009],
      [await send({ ...channel, platformId: "1" }, text("hi")), 400, 100],
    ];
    for (const [answer, status, code] of cases) {
      expect(answer.status).toBe(status);
      expect(await answer.json()).toMatchObject({ error: { code, message: expect.any(String) } });
    }
  });

  test("a read receipt with typing is taken as Graph takes it", async () => {
    const channel = await simulatorChannel();
    const answer = await send(channel, {
      messaging_product: "whatsapp",
      status: "read",
      message_id: "wamid.X",
      typing_indicator: { type: "text" },
    });
    expect(await answer.json()).toEqual({ success: true });
  });
});

test("time passes on request: what the session waits for by the clock comes at once", async () => {
  await simulatorChannel();
  const phone = await server.simulator.phone(workspaceId, {});
  expect(await server.simulator.skipWait(workspaceId, phone.phone)).toBeNull();
  const sessionId = newId();
  const place = { workspaceId, channelId: phone.channelId, conversationId: phone.conversationId };
  const flowId = newId();
  await db.prisma.session.create({
    data: {
      ...place,
      id: sessionId,
      contactId: phone.contactId,
      flowId,
      flowVersionId: newId(),
      status: "Paused",
      state: {},
    },
  });
  const timer = { ...place, sessionId, externalId: phone.phone, shard: 0 };
  await db.prisma.timer.createMany({
    data: [
      { ...timer, waitId: "w1", purpose: "expiry", dueAt: new Date("2030-01-02T00:00:00Z") },
      { ...timer, waitId: "w1", purpose: "wake", dueAt: new Date("2030-01-01T00:00:00Z") },
    ],
  });
  expect(await server.simulator.skipWait(workspaceId, phone.phone)).toEqual({
    purpose: "wake",
    dueAt: "2030-01-01T00:00:00.000Z",
  });
  const { rows } = await db.pool.query(
    "SELECT purpose, due_at <= now() AS due FROM timers WHERE workspace_id = $1 ORDER BY purpose",
    [workspaceId],
  );
  expect(rows).toEqual([
    { purpose: "expiry", due: false },
    { purpose: "wake", due: true },
  ]);
});
