// Live connections: who gets in, what they hear, what they missed, and when they are let go.
import { io, type Socket } from "socket.io-client";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { transaction } from "../../server/src/db/transaction.ts";
import { appendChanges, type Change } from "../../server/src/realtime/change-log.ts";
import { cookieOf, GREETING, useApp } from "../support/app.ts";
import { until } from "../support/server-process.ts";

const app = useApp();
let key = "";
let contactId = "";
let phone = "";
let conversationId = "";
const open: Socket[] = [];

beforeAll(async () => {
  key = await app.keyFor("agent");
  const editor = await app.keyFor("editor");
  const flow = await app.call("POST", "/flows", {
    key: editor,
    body: { name: "Greeting", definition: GREETING },
  });
  await app.call("POST", `/flows/${flow.json.id}/publish`, { key: editor, body: {} });
  ({ phone, contactId, conversationId } = (
    await app.call("POST", "/simulator/phone", { key: editor, body: {} })
  ).json);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});

interface Heard {
  event: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into payloads of every shape
  payload: any;
}

function connect(auth: object, headers: Record<string, string> = {}): Socket & { heard: Heard[] } {
  const socket = io(app.url, {
    path: "/socket.io",
    auth,
    extraHeaders: headers,
    forceNew: true,
    reconnection: false,
  });
  const heard: Heard[] = [];
  socket.onAny((event: string, payload: unknown) => heard.push({ event, payload }));
  open.push(socket);
  return Object.assign(socket, { heard });
}

const outcome = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    socket.once("connect", () => resolve("connected"));
    socket.once("connect_error", (error) => resolve(error.message));
  });

async function connected(token = key) {
  const socket = connect({ token });
  expect(await outcome(socket)).toBe("connected");
  return socket;
}

async function say(text: string): Promise<void> {
  const editor = await app.keyFor("editor");
  await app.call("POST", "/simulator/messages", {
    key: editor,
    body: { phone, message: { type: "text", text } },
  });
}

const texts = (heard: Heard[]) =>
  heard.filter(({ event }) => event === "message:new").map(({ payload }) => payload.message.content.text);
const latest = (heard: Heard[]) =>
  String(
    heard.reduce(
      (max, { payload }) =>
        payload.seq !== undefined && BigInt(payload.seq) > max ? BigInt(payload.seq) : max,
      0n,
    ),
  );

describe("the handshake", () => {
  it("needs a key or a session", async () => {
    const revoked = await app.keyFor("agent");
    await app.app.runtime.prisma.apiKey.updateMany({
      where: { prefix: revoked.slice(0, 13) },
      data: { revokedAt: new Date() },
    });
    for (const auth of [{}, { token: "nonsense" }, { token: "" }, { token: 7 }, { token: revoked }]) {
      expect([auth, await outcome(connect(auth))]).toEqual([auth, "unauthorized"]);
    }
    expect(await outcome(connect({ token: key }))).toBe("connected");
  });

  it("takes the browser's session from our own pages only", async () => {
    const token = new URL(app.app.setupLink ?? "").searchParams.get("token");
    const made = await app.call("POST", "/setup", {
      body: { token, name: "Ana", email: "ana@example.org", password: "correct horse battery" },
    });
    const cookie = cookieOf(made);
    expect(await outcome(connect({}, { cookie, origin: app.url }))).toBe("connected");
    expect(await outcome(connect({}, { cookie, origin: "https://evil.example" }))).not.toBe("connected");
    expect(await outcome(connect({ token: key }, { origin: "https://evil.example" }))).not.toBe("connected");
  });
});

describe("rooms", () => {
  it("are the server's to give: another workspace's contact, nonsense and floods are refused", async () => {
    const stranger = await connected((await app.stranger()).key);
    for (const id of [
      contactId,
      "00000000-0000-4000-8000-000000000000",
      "x",
      null,
      { $ne: 1 },
      `${contactId}' OR 1=1`,
    ]) {
      expect(await stranger.emitWithAck("join:conversation", id)).toEqual({ error: "forbidden" });
    }
    const own = await connected();
    expect(await own.emitWithAck("join:conversation", contactId)).toEqual({ ok: true });
    await say("hola");
    await until(() => texts(own.heard).includes("¿Tu nombre?"), "the question is heard");
    expect(stranger.heard).toEqual([]);
  });

  it("carry messages, sessions and statuses with their contact and a growing number", async () => {
    const socket = await connected();
    await socket.emitWithAck("join:conversation", contactId);
    await say("Ana");
    const thanks = () =>
      socket.heard.find(({ payload }) => payload.message?.content.text === "Gracias, Ana")?.payload.message
        .id;
    await until(
      () => socket.heard.some(({ payload }) => payload.status === "Read" && payload.messageId === thanks()),
      "the thanks are read",
    );
    expect(texts(socket.heard)).toEqual(["Ana", "Gracias, Ana"]);
    const session = socket.heard.find(({ event }) => event === "session:updated")?.payload;
    expect(session).toMatchObject({
      contactId,
      conversationId,
      status: "Completed",
      sessionId: expect.any(String),
    });
    expect(session.path.map(({ nodeId }: { nodeId: string }) => nodeId)).toContain("n3");
    expect(socket.heard.find(({ event }) => event === "message:status")?.payload).toMatchObject({
      contactId,
      waMessageId: expect.any(String),
    });
    expect(
      socket.heard.some(
        ({ event, payload }) =>
          event === "conversation:updated" && payload.conversation.id === conversationId,
      ),
    ).toBe(true);
  });

  it("are silent again after leaving", async () => {
    const [socket, witness] = [await connected(), await connected()];
    for (const one of [socket, witness]) await one.emitWithAck("join:conversation", contactId);
    await socket.emitWithAck("leave:conversation", contactId);
    await say("otra cosa");
    await until(() => texts(witness.heard).includes("otra cosa"), "the witness hears it");
    expect(texts(socket.heard)).toEqual([]);
  });

  it("can't be spoken into by clients", async () => {
    const [forger, victim] = [await connected(), await connected()];
    for (const one of [forger, victim]) await one.emitWithAck("join:conversation", contactId);
    forger.emit("message:new", { contactId, message: { content: { type: "text", text: "forged" } } });
    await say("de verdad");
    await until(() => texts(victim.heard).includes("de verdad"), "the true one is heard");
    expect(texts(victim.heard)).toEqual(["de verdad"]);
  });

  it("take no packet over 64 KB", async () => {
    const socket = await connected();
    const closed = new Promise((resolve) => socket.once("disconnect", resolve));
    socket.emit("join:conversation", "x".repeat(70_000));
    await closed;
  });
});

describe("catching up", () => {
  const newMessages = (events: Heard[]) => events.filter(({ event }) => event !== "conversation:updated");

  it("gives exactly what others heard meanwhile, in order", async () => {
    const witness = await connected();
    await witness.emitWithAck("join:conversation", contactId);
    await say("hola");
    await until(() => texts(witness.heard).includes("¿Tu nombre?"), "asked");
    await app.app.services.simulator.idle();
    await until(
      () => witness.heard.filter(({ payload }) => payload.status === "Read").length >= 2,
      "both read",
    );
    const since = latest(witness.heard);
    const known = new Set(witness.heard.map(({ payload }) => payload.seq));
    await say("Eva");
    await until(
      () => witness.heard.filter(({ payload }) => payload.status === "Read").length >= 3,
      "the thanks are read",
    );
    const missed = newMessages(witness.heard).filter(
      ({ payload }) => payload.seq !== undefined && !known.has(payload.seq),
    );

    const late = await connected();
    const answer = await late.emitWithAck("catch-up", { since });
    expect(answer.reset).toBe(false);
    // What came shortly before is told again; clients know it by its number.
    const told = newMessages(answer.events).filter(({ payload }) => BigInt(payload.seq) > BigInt(since));
    expect(told).toEqual(missed.sort((a, b) => Number(BigInt(a.payload.seq) - BigInt(b.payload.seq))));
    expect(answer.events.at(-1)).toMatchObject({
      event: "conversation:updated",
      payload: { conversation: { id: conversationId } },
    });
    const again = await late.emitWithAck("catch-up", { since: answer.seq });
    expect(
      newMessages(again.events).every(({ payload }: Heard) => BigInt(payload.seq) <= BigInt(answer.seq)),
    ).toBe(true);
  });

  it("misses no change whose number was drawn first and committed last", async () => {
    const { pool } = app.app.runtime;
    const workspaceId = await app.workspaceId();
    const change = (name: string): Change => ({
      workspaceId,
      contactId: null,
      event: "message:status",
      payload: { messageId: contactId, waMessageId: name, status: "Sent", contactId, error: null },
    });
    const slow = await pool.connect();
    await slow.query("BEGIN");
    const [first] = await appendChanges(slow, [change("slow")]);
    const [second] = await transaction(pool, (client) => appendChanges(client, [change("quick")]));
    const socket = await connected();
    const before = await socket.emitWithAck("catch-up", { since: String(BigInt(first?.seq ?? 0) - 1n) });
    expect(before.events.map(({ payload }: Heard) => payload.waMessageId)).toContain("quick");
    expect(BigInt(before.seq)).toBeLessThan(BigInt(first?.seq ?? 0));
    await slow.query("COMMIT");
    slow.release();
    for (const since of [before.seq, second?.seq]) {
      const answer = await socket.emitWithAck("catch-up", { since });
      expect([
        since,
        answer.events.map(({ payload }: Heard) => payload.waMessageId).includes("slow"),
      ]).toEqual([since, true]);
    }
  });

  it("says when too much was missed, and where to begin anew", async () => {
    const { pool } = app.app.runtime;
    const { workspaceId, key: other } = await app.stranger();
    await pool.query(
      `INSERT INTO change_log (workspace_id, room, event, payload) SELECT $1, 'workspace', 'message:status', '{}' FROM generate_series(1, 2001)`,
      [workspaceId],
    );
    const socket = await connected(other);
    const answer = await socket.emitWithAck("catch-up", { since: "0" });
    expect(answer).toMatchObject({ reset: true, events: [] });
    expect(await socket.emitWithAck("catch-up", { since: answer.seq })).toMatchObject({
      reset: false,
      seq: answer.seq,
    });
    expect(await socket.emitWithAck("catch-up", { since: "-1" })).toEqual({ error: "bad-request" });
  });

  it("tells nobody of another workspace", async () => {
    const stranger = await connected((await app.stranger()).key);
    expect(await stranger.emitWithAck("catch-up", { since: "0" })).toEqual({
      events: [],
      seq: "0",
      reset: false,
    });
  });
});

describe("a connection", () => {
  it("ends within seconds of its key's revocation; others go on", async () => {
    const admin = await app.keyFor("admin");
    const made = (await app.call("POST", "/api-keys", { key: admin, body: { name: "Short", role: "agent" } }))
      .json;
    const [doomed, other] = [await connected(made.key), await connected()];
    await app.call("DELETE", `/api-keys/${made.id}`, { key: admin });
    await until(() => !doomed.connected, "the revoked key's socket is closed", 6_000);
    expect(other.connected).toBe(true);
  });

  it("ends within seconds of signing out", async () => {
    const signedIn = await app.call("POST", "/api/auth/sign-in/email", {
      body: { email: "ana@example.org", password: "correct horse battery" },
      headers: { origin: app.url },
    });
    const cookie = cookieOf(signedIn);
    const socket = connect({}, { cookie, origin: app.url });
    expect(await outcome(socket)).toBe("connected");
    await app.call("POST", "/api/auth/sign-out", { cookie, body: {} });
    await until(() => !socket.connected, "the signed-out browser's socket is closed", 6_000);
  });
});
