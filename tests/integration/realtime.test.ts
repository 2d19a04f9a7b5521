// Live connections: who gets in, what they hear, and when they are let go.
import { describe, expect, it } from "vitest";
import { cookieOf, useApp } from "../support/app.ts";
import { outcome, textsIn, useLive } from "../support/live-client.ts";
import { until } from "../support/server-process.ts";

const app = useApp();
const live = useLive(app);
const { connect, connected, say } = live;

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
    expect(await outcome(connect({ token: live.keys.agent }))).toBe("connected");
  });

  it("takes the browser's session from our own pages only", async () => {
    const token = new URL(app.app.setupLink ?? "").searchParams.get("token");
    const made = await app.call("POST", "/setup", {
      body: { token, name: "Ana", email: "ana@example.org", password: "correct horse battery" },
    });
    const cookie = cookieOf(made);
    expect(await outcome(connect({}, { cookie, origin: app.url }))).toBe("connected");
    expect(await outcome(connect({}, { cookie, origin: "https://evil.example" }))).not.toBe("connected");
    expect(await outcome(connect({ token: live.keys.agent }, { origin: "https://evil.example" }))).not.toBe(
      "connected",
    );
  });
});

describe("rooms", () => {
  it("are the server's to give: another workspace's contact, nonsense and floods are refused", async () => {
    const { contactId } = live.phone;
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
    await until(() => textsIn(own.heard).includes("¿Tu nombre?"), "the question is heard");
    expect(stranger.heard).toEqual([]);
  });

  it("carry messages, sessions and statuses with their contact and a growing number", async () => {
    const { contactId, conversationId } = live.phone;
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
    expect(textsIn(socket.heard)).toEqual(["Ana", "Gracias, Ana"]);
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
    await until(
      () =>
        socket.heard.some(
          ({ event, payload }) =>
            event === "conversations:updated" &&
            payload.conversations.some(({ id }: { id: string }) => id === conversationId),
        ),
      "the list is told",
    );
  });

  it("are silent again after leaving", async () => {
    const { contactId } = live.phone;
    const [socket, witness] = [await connected(), await connected()];
    for (const one of [socket, witness]) await one.emitWithAck("join:conversation", contactId);
    await socket.emitWithAck("leave:conversation", contactId);
    await say("otra cosa");
    await until(() => textsIn(witness.heard).includes("otra cosa"), "the witness hears it");
    expect(textsIn(socket.heard)).toEqual([]);
  });

  it("can't be spoken into by clients", async () => {
    const { contactId } = live.phone;
    const [forger, victim] = [await connected(), await connected()];
    for (const one of [forger, victim]) await one.emitWithAck("join:conversation", contactId);
    forger.emit("message:new", { contactId, message: { content: { type: "text", text: "forged" } } });
    await say("de verdad");
    await until(() => textsIn(victim.heard).includes("de verdad"), "the true one is heard");
    expect(textsIn(victim.heard)).toEqual(["de verdad"]);
  });

  it("take no packet over 64 KB", async () => {
    const socket = await connected();
    const closed = new Promise((resolve) => socket.once("disconnect", resolve));
    socket.emit("join:conversation", "x".repeat(70_000));
    await closed;
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
