/** What people do besides writing: comments and private answers, ratings, calls, ads, lead forms; and the windows for answers. The reason for its length: one server serves all of it. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listLog } from "../../server/src/admin/webhook-log.ts";
import { sendMessage } from "../../server/src/conversations/agent-sends.ts";
import { retryDelivery } from "../../server/src/inbox/retry-delivery.ts";
import { fetchDueLeads } from "../../server/src/leads/fetch-leads.ts";
import { retryLead } from "../../server/src/leads/lead-views.ts";
import { GraphApi } from "../../server/src/meta/graph-api.ts";
import { useTestDatabase } from "../support/database.ts";
import { queueTexts, type TestChannel } from "../support/graph-stand-in-server.ts";
import { flowOn, HELLO, InboundWorld, seconds } from "../support/inbound-world.ts";

const db = useTestDatabase();
let world: InboundWorld;
let graph: Server;
/** What was posted to the Send API, and what `GET` of a path answers. */
const sends: Record<string, unknown>[] = [];
const pages = new Map<string, { status: number; body: unknown }>();

beforeAll(async () => {
  graph = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    if (req.method === "POST") sends.push(JSON.parse(Buffer.concat(chunks).toString("utf8")));
    const path = new URL(req.url ?? "", "http://x").pathname.split("/").at(-1) ?? "";
    const answer =
      req.method === "POST"
        ? { status: 200, body: { recipient_id: "9001", message_id: `m_out${sends.length}` } }
        : (pages.get(path) ?? { status: 400, body: { error: { code: 100, message: "no such object" } } });
    res.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => graph.listen(0, "127.0.0.1", resolve));
  const { port } = graph.address() as AddressInfo;
  world = await InboundWorld.start(db, `http://127.0.0.1:${port}`);
});
afterAll(async () => {
  await world.stop();
  graph.closeAllConnections();
  await new Promise((resolve) => graph.close(resolve));
});
beforeEach(async () => {
  await world.server.settle();
  sends.length = 0;
});

const deps = () => ({ runtime: world.server.runtime, flows: world.flows });
const comment = (id: string, message: string) => ({
  item: "comment",
  verb: "add",
  from: { id: "9001", name: "Ana" },
  message,
  comment_id: id,
  post_id: "p1",
});

describe("comments", () => {
  test("are inbox items and start flows, whose first message alone answers the comment in private", async () => {
    const page = await world.channel({ platform: "messenger" });
    await world.publish(
      page,
      flowOn({ type: "comment", keyword: "precio", mode: "word" }, "Te escribo", "Son 9 €"),
    );
    await world.change(page, "feed", comment("c1", "¿Precio?"));
    // Told twice, as ads do.
    await world.change(page, "feed", comment("c1", "¿Precio?"));
    expect(await world.chat(page)).toEqual(["customer: ¿Precio?", "bot: Te escribo", "bot: Son 9 €"]);
    await world.server.deliver(page.channelId);
    expect(sends.map(({ recipient }) => recipient)).toEqual([{ comment_id: "c1" }, { id: "9001" }]);
    expect(await world.conversations(page)).toMatchObject([{ unread: 1, window_expires_at: null }]);
  });

  test("that no flow wants are shown all the same, and an agent answers them in private", async () => {
    const account = await world.channel({ platform: "instagram" });
    const value = { id: "c2", text: "hola", from: { id: "9001", username: "ana" }, media: { id: "17" } };
    await world.change(account, "comments", value, "instagram");
    const [conversation] = await world.conversations(account);
    expect(conversation).toMatchObject({ unread: 1, last_message_preview: "hola" });
    const args = { conversationId: conversation.id, content: { type: "text" as const, text: "¡Hola!" } };
    await expect(sendMessage(deps(), account.workspaceId, args, null)).rejects.toThrow(/has not written/);
    await sendMessage(deps(), account.workspaceId, { ...args, commentId: "c2" }, null);
    await world.server.deliver(account.channelId);
    expect(sends).toMatchObject([{ recipient: { comment_id: "c2" } }]);
  });
});

describe("other things people do", () => {
  test("ratings, mentions, posts and calls are inbox items and start flows", async () => {
    const page = await world.channel({ platform: "messenger" });
    await world.publish(page, flowOn({ type: "activity", on: "rating" }, "¡Gracias!"));
    const rating = {
      item: "rating",
      verb: "add",
      reviewer_id: "9001",
      reviewer_name: "Ana",
      rating: 4,
      review_text: "Bien",
      open_graph_story_id: "7",
    };
    await world.change(page, "ratings", rating);
    await world.change(page, "mention", {
      verb: "add",
      sender_id: "9001",
      message: "@tienda",
      post_id: "1_2",
    });
    await world.change(page, "feed", {
      item: "status",
      verb: "add",
      from: { id: "9001" },
      post_id: "1_3",
      message: "¿Abren?",
    });
    expect(await world.chat(page)).toEqual([
      "customer: ★★★★ Bien",
      "bot: ¡Gracias!",
      "customer: @tienda",
      "customer: ¿Abren?",
    ]);
  });

  test("a call opens the window, an old one starts nothing", async () => {
    const channel = await world.channel();
    await world.publish(channel, flowOn({ type: "activity", on: "call" }, "Te llamamos"));
    const call = (id: string, timestamp: string) => ({
      calls: [
        { id, from: "573001112233", to: "1", event: "connect", timestamp, direction: "USER_INITIATED" },
      ],
    });
    await world.whatsapp(channel, call("wacid.0", seconds(7_200_000)), "calls");
    expect(await world.chat(channel)).toEqual(["customer: [call]"]);
    await world.whatsapp(channel, call("wacid.1", seconds()), "calls");
    expect((await world.chat(channel)).at(-1)).toBe("bot: Te llamamos");
    const [conversation] = await world.conversations(channel);
    expect(conversation.window_expires_at.getTime()).toBeGreaterThan(Date.now());
  });
});

describe("windows", () => {
  const HOUR = 3_600_000;
  const openUntil = (conversation: { window_expires_at: Date }) =>
    (conversation.window_expires_at.getTime() - Date.now()) / HOUR;

  test("an ad gives 72 hours free of charge from the first answer, and 24 hours of free words", async () => {
    const channel = await world.channel();
    await world.publish(channel, HELLO);
    const referral = { source_type: "ad", source_id: "77", source_url: "https://fb.me/x" };
    await world.says(channel, "573001112233", "wamid.ad", "hola", { referral });
    const [conversation] = await world.conversations(channel);
    expect(openUntil(conversation)).toBeGreaterThan(23.9);
    expect(openUntil(conversation)).toBeLessThanOrEqual(24);
    const free = conversation.free_entry_expires_at.getTime();
    expect((free - Date.now()) / HOUR).toBeGreaterThan(71.9);
    // Later answers do not prolong it.
    await world.says(channel, "573001112233", "wamid.ad2", "hola");
    const [later] = await world.conversations(channel);
    expect(later.free_entry_expires_at.getTime()).toBe(free);
  });

  test("closed: a flow's message fails with the reason, and Meta is not asked", async () => {
    const channel = await world.channel();
    await world.says(channel, "573001112233", "wamid.w1", "buenas");
    const [{ id }] = await world.conversations(channel);
    await world.rows(
      "UPDATE conversations SET window_expires_at = now() - interval '1 hour', last_inbound_at = now() - interval '25 hours' WHERE channel_id = $1",
      channel.channelId,
    );
    await queueTexts(world.server, channel, id, ["¿Sigues ahí?"]);
    await world.server.deliver(channel.channelId);
    const messages = await world.rows(
      "SELECT status, error ->> 'code' AS code, error ->> 'remedy' AS remedy FROM messages WHERE channel_id = $1 AND direction = 'out'",
      channel.channelId,
    );
    expect(messages).toEqual([
      {
        status: "Failed",
        code: "window-closed",
        remedy: "Send a template, or wait until the customer writes again.",
      },
    ]);
    expect(sends).toEqual([]);
  });

  async function silentFor(page: TestChannel, hours: number): Promise<string> {
    await world.item(page, "9001", { message: { mid: `m_${page.channelId}`, text: "buenas" } });
    const [conversation] = await world.conversations(page);
    await world.rows(
      "UPDATE conversations SET window_expires_at = now() - make_interval(hours => $2 - 24), last_inbound_at = now() - make_interval(hours => $2) WHERE id = $1",
      conversation.id,
      hours,
    );
    return conversation.id;
  }

  test("people may write on Messenger for seven days with the human agent tag, where the channel has it", async () => {
    const page = await world.channel({ platform: "messenger", settings: { humanAgent: true } });
    const conversationId = await silentFor(page, 48);
    await sendMessage(
      deps(),
      page.workspaceId,
      { conversationId, content: { type: "text", text: "Ya está" } },
      null,
    );
    await world.server.deliver(page.channelId);
    expect(sends).toMatchObject([
      { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT", recipient: { id: "9001" } },
    ]);
  });

  test("without it, or after seven days, they are told what to do", async () => {
    for (const [settings, hours] of [
      [{}, 48],
      [{ humanAgent: true }, 169],
    ] as const) {
      const page = await world.channel({ platform: "messenger", settings });
      const conversationId = await silentFor(page, hours);
      const content = { type: "text" as const, text: "Ya está" };
      await expect(sendMessage(deps(), page.workspaceId, { conversationId, content }, null)).rejects.toThrow(
        /24 hours/,
      );
    }
  });
});

describe("the webhook log", () => {
  test("names the fields that nothing acts on", async () => {
    const channel = await world.channel();
    await world.whatsapp(channel, { a: 1 }, "dreams");
    await world.says(channel, "573001112233", "wamid.log", "buenas");
    const { items } = await listLog(db.pool, channel.workspaceId, { limit: 10 });
    expect(items.map(({ kept, state }) => [kept, state])).toEqual([
      [[], "applied"],
      [["dreams"], "applied"],
    ]);
  });

  test("takes again what came for a page that is connected later: comments, echoes, receipts, leads", async () => {
    const first = await world.channel({ appSecret: "soon", platform: "messenger" });
    const later = { ...first, platformId: "880088" };
    await world.change(later, "feed", comment("c9", "¿Precio?"));
    await world.item(later, "9001", { message: { mid: "m_9", text: "Dígame", is_echo: true } });
    await world.item(later, "9001", { read: { watermark: Date.now() } });
    await world.change(later, "leadgen", { leadgen_id: "990" });
    const logs = await world.rows(
      "SELECT id FROM webhook_log WHERE workspace_id = $1 ORDER BY id",
      first.workspaceId,
    );
    const { workspaceId } = first;
    const page = await world.channel({
      appSecret: "soon",
      platform: "messenger",
      platformId: "880088",
      workspaceId,
    });
    const { runtime, directory } = world.server;
    for (const { id } of logs) expect(await retryDelivery(runtime, directory, workspaceId, id)).toBe(1);
    await world.drain();
    expect(await world.chat(page)).toEqual(["customer: ¿Precio?", "echo: Dígame"]);
    expect(await world.rows("SELECT platform_id FROM leads WHERE workspace_id = $1", workspaceId)).toEqual([
      { platform_id: "990" },
    ]);
    await world.rows("DELETE FROM leads WHERE workspace_id = $1", workspaceId);
    const states = await world.rows(
      "SELECT DISTINCT state FROM webhook_log WHERE workspace_id = $1",
      workspaceId,
    );
    expect(states).toEqual([{ state: "stored" }]);
  });
});

describe("lead forms", () => {
  const fetchAll = () =>
    fetchDueLeads({
      ...deps(),
      directory: world.server.directory,
      graph: new GraphApi(world.server.runtime.config),
    });
  const leadsOf = (page: TestChannel) =>
    world.rows("SELECT * FROM leads WHERE workspace_id = $1 ORDER BY created_at", page.workspaceId);

  test("are fetched, kept with their contact, and start flows where the person can be written to", async () => {
    const page = await world.channel({ platform: "messenger" });
    const whatsapp = await world.channel({ workspaceId: page.workspaceId });
    await world.publish(
      page,
      flowOn({ type: "lead", formIds: ["f1"] }, "Hola {{ trigger.event.fields.full_name }}"),
    );
    const field_data = [
      { name: "full_name", values: ["Ana Ruiz"] },
      { name: "phone_number", values: ["+34612345678"] },
      { name: "email", values: ["Ana@B.co"] },
    ];
    pages.set("444", { status: 200, body: { field_data, form_id: "f1", id: "444" } });
    await world.change(page, "leadgen", { leadgen_id: "444", form_id: "f1", page_id: page.platformId });
    await world.change(page, "leadgen", { leadgen_id: "444", form_id: "f1", page_id: page.platformId });
    expect(await fetchAll()).toBe(1);
    expect(await fetchAll()).toBe(0);
    await world.drain();
    expect(await leadsOf(page)).toMatchObject([{ state: "done", fields: { full_name: "Ana Ruiz" } }]);
    expect((await world.chat(whatsapp)).at(-1)).toBe("bot: Hola Ana Ruiz");
    const contacts = await world.rows(
      "SELECT name, phone, email FROM contacts WHERE workspace_id = $1",
      page.workspaceId,
    );
    expect(contacts).toEqual([{ name: "Ana Ruiz", phone: "+34612345678", email: "ana@b.co" }]);
    // Who writes later is the same person.
    await world.says(whatsapp, "34612345678", "wamid.lead", "hola");
    expect(await world.conversations(whatsapp)).toHaveLength(1);
  });

  test("without a number are kept with a contact and no conversation", async () => {
    const page = await world.channel({ platform: "messenger" });
    pages.set("445", { status: 200, body: { field_data: [{ name: "email", values: ["x@y.co"] }] } });
    await world.change(page, "leadgen", { leadgen_id: "445" });
    await fetchAll();
    expect(await leadsOf(page)).toMatchObject([{ state: "done", error: null }]);
    expect((await leadsOf(page))[0].contact_id).not.toBeNull();
  });

  test("that Meta does not give are tried again, then left with the reason for a person to retry", async () => {
    const page = await world.channel({ platform: "messenger" });
    pages.set("446", {
      status: 500,
      body: { error: { code: 2, message: "Service temporarily unavailable" } },
    });
    await world.change(page, "leadgen", { leadgen_id: "446" });
    for (let n = 1; n <= 8; n++) {
      await world.rows(
        "UPDATE leads SET next_attempt_at = now() - interval '1 second' WHERE workspace_id = $1",
        page.workspaceId,
      );
      await fetchAll();
      const [lead] = await leadsOf(page);
      expect(lead.state).toBe(n < 8 ? "pending" : "failed");
      expect(lead.error).toMatch(/\[2\]/);
    }
    const [failed] = await leadsOf(page);
    pages.set("446", { status: 200, body: { field_data: [] } });
    await retryLead(db.pool, page.workspaceId, failed.id);
    await fetchAll();
    expect(await leadsOf(page)).toMatchObject([{ state: "done" }]);
  });
});
