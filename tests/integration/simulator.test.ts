/** The simulator's round trip: a customer's words go in by the real webhook route, sends come back as statuses by the same route. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../server/src/db/ids.ts";
import { useTestDatabase } from "../support/database.ts";
import { queueTexts, statusesOf, type TestChannel, TestServer } from "../support/graph-stand-in-server.ts";

const db = useTestDatabase();
const ANA = { phone: "573001112233", platform: "whatsapp" } as const;
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
    const wamid = await server.simulator.writeAsCustomer(workspaceId, ANA, "Ana", message);
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
    const { conversationId } = await server.simulator.phone(workspaceId, { phone: ANA.phone });
    const ids = await queueTexts(server, channel, conversationId, ["one", "two"]);
    await server.deliver(channel.channelId);
    await until(async () => (await statusesOf(server, ids)).every((status) => status === "Delivered"));
    await server.simulator.read(workspaceId, ANA);
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

describe("on Instagram and Messenger", () => {
  const on = (platform: "instagram" | "messenger") => ({ phone: "573001112233", platform });

  test("each platform has its channel and its people, who have no number", async () => {
    const ids = new Set<string>();
    for (const platform of ["whatsapp", "instagram", "messenger"] as const) {
      const made = await server.simulator.phone(workspaceId, { phone: "573001112233", platform });
      ids.add(made.channelId).add(made.contactId);
      const contact = await db.prisma.contact.findFirstOrThrow({
        where: { workspaceId, id: made.contactId },
      });
      expect(contact.phone).toBe(platform === "whatsapp" ? "+573001112233" : null);
    }
    expect(ids.size).toBe(6);
  });

  test.each(["instagram", "messenger"] as const)(
    "what is written on %s comes in by its own webhook",
    async (platform) => {
      const said = [
        [
          { type: "text", text: "hola", replyTo: "mid.0" },
          { content: { type: "text", text: "hola" }, replyTo: "mid.0" },
        ],
        [{ type: "voice" }, { content: { type: "media", media: { kind: "audio" } } }],
        [{ type: "sticker" }, { content: { type: "media", media: { kind: "sticker" } } }],
        [
          { type: "reaction", messageId: "mid.0", emoji: "👍" },
          { content: { type: "reaction", messageId: "mid.0", emoji: "👍" } },
        ],
        [{ type: "unsupported" }, { content: { type: "unknown" } }],
      ] as const;
      for (const [message, payload] of said) {
        await server.simulator.writeAsCustomer(workspaceId, on(platform), "Ana", message);
        const { rows } = await db.pool.query(
          "SELECT kind, external_id, payload FROM inbox_events WHERE workspace_id = $1 ORDER BY id DESC LIMIT 1",
          [workspaceId],
        );
        expect(rows).toMatchObject([{ kind: "message", external_id: "573001112233", payload }]);
      }
      const contact = { type: "contact", name: "Juan", phone: "+34600" } as const;
      await expect(
        server.simulator.writeAsCustomer(workspaceId, on(platform), "Ana", contact),
      ).rejects.toThrow(/nobody can send/);
    },
  );

  test("a tap names the message that it is on: below a text as a quick reply, on a card as a postback", async () => {
    const { channelId, conversationId, contactId } = await server.simulator.phone(
      workspaceId,
      on("instagram"),
    );
    for (const [content, kind] of [
      [{ type: "buttons", text: "?", options: [{ id: "opt-0", title: "Yes" }] }, "quick-reply"],
      [{ type: "carousel", text: "", cards: [] }, "postback"],
    ] as const) {
      const id = newId();
      const message = { workspaceId, conversationId, channelId, contactId, direction: "out", author: "bot" };
      await db.prisma.message.create({
        data: { ...message, id, content, status: "Sent", platformMessageId: `mid.${id}` },
      });
      const tap = { type: "button", id: "opt-0", title: "Yes", replyTo: `mid.${id}` } as const;
      await server.simulator.writeAsCustomer(workspaceId, on("instagram"), "Ana", tap);
      const { rows } = await db.pool.query(
        "SELECT payload FROM inbox_events WHERE workspace_id = $1 ORDER BY id DESC LIMIT 1",
        [workspaceId],
      );
      expect(rows[0].payload).toMatchObject({ content: { tap: { kind, id: "opt-0" } }, tapsOn: id });
    }
  });

  test("a send is judged by the platform's rules, and becomes read", async () => {
    const channel = await server.simulator.channel(workspaceId, "messenger");
    const { conversationId } = await server.simulator.phone(workspaceId, on("messenger"));
    const target = {
      workspaceId,
      channelId: channel.id,
      platformId: channel.platformId,
      appSecret: "",
      token: "",
    };
    const ids = await queueTexts(server, target, conversationId, ["one"]);
    await server.deliver(channel.id);
    await until(async () => (await statusesOf(server, ids))[0] === "Delivered");
    await server.simulator.read(workspaceId, on("messenger"));
    await until(async () => (await statusesOf(server, ids))[0] === "Read");
    const answer = await fetch(`${server.url}/simulator/graph/v25.0/${channel.platformId}/messages`, {
      method: "POST",
      headers: { authorization: `Bearer ${channel.accessToken}` },
      body: JSON.stringify({
        recipient: { id: "1" },
        messaging_type: "RESPONSE",
        message: { text: "x".repeat(2_001) },
      }),
    });
    expect(answer.status).toBe(400);
  });
});
