/** Messages after they were sent: echoes of people elsewhere, edits, reactions, receipts, and what comes late. The reason for its length: one server serves all of it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endEchoPauses } from "../../server/src/conversations/end-echo-pauses.ts";
import { useTestDatabase } from "../support/database.ts";
import type { TestChannel } from "../support/graph-stand-in-server.ts";
import { HELLO, InboundWorld, seconds } from "../support/inbound-world.ts";

const db = useTestDatabase();
let world: InboundWorld;
beforeAll(async () => {
  world = await InboundWorld.start(db);
});
afterAll(() => world.stop());

const PHONE = "573001112233";

async function channelWith(settings: Record<string, boolean | number | null> = {}): Promise<TestChannel> {
  const channel = await world.channel({ settings });
  await world.publish(channel, HELLO);
  return channel;
}

const echo = (id: string, text: string, more: object = {}) => ({
  message_echoes: [
    { from: "15550001111", to: PHONE, id, timestamp: seconds(), type: "text", text: { body: text }, ...more },
  ],
});

describe("an answer written on the phone", () => {
  test("is shown as such and pauses the bot until the time of the setting is over", async () => {
    const channel = await channelWith({ echoPauseMinutes: 30 });
    await world.says(channel, PHONE, "wamid.e1", "hola");
    await world.whatsapp(channel, echo("wamid.echo1", "Le atiendo yo"), "smb_message_echoes");
    await world.says(channel, PHONE, "wamid.e2", "hola");
    expect(await world.chat(channel)).toEqual([
      "customer: hola",
      "bot: HOLA",
      "echo: Le atiendo yo",
      "customer: hola",
    ]);
    const [lent] = await world.conversations(channel);
    expect(lent.mode).toBe("Human");
    const minutes = (lent.human_until.getTime() - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(29);
    expect(minutes).toBeLessThanOrEqual(30);
    expect(await endEchoPauses(world.server.runtime)).toBe(0);

    await world.rows(
      "UPDATE conversations SET human_until = now() - interval '1 minute' WHERE id = $1",
      lent.id,
    );
    expect(await endEchoPauses(world.server.runtime)).toBe(1);
    expect(await endEchoPauses(world.server.runtime)).toBe(0);
    await world.drain();
    await world.says(channel, PHONE, "wamid.e3", "hola");
    expect((await world.chat(channel)).at(-1)).toBe("bot: HOLA");
    expect(await world.conversations(channel)).toMatchObject([{ mode: "Bot", human_until: null }]);
  });

  test("does not pause the bot when the channel says so, nor when it comes late", async () => {
    const free = await channelWith({ pauseOnEcho: false });
    await world.whatsapp(free, echo("wamid.echo2", "yo"), "smb_message_echoes");
    expect(await world.conversations(free)).toMatchObject([{ mode: "Bot" }]);
    const usual = await channelWith();
    await world.whatsapp(
      usual,
      echo("wamid.echo3", "ayer", { timestamp: seconds(86_400_000) }),
      "smb_message_echoes",
    );
    expect(await world.conversations(usual)).toMatchObject([{ mode: "Bot" }]);
    expect(await world.chat(usual)).toEqual(["echo: ayer"]);
  });

  test("does not give to the bot what an agent took meanwhile", async () => {
    const channel = await channelWith();
    await world.whatsapp(channel, echo("wamid.echo4", "yo"), "smb_message_echoes");
    await world.rows(
      "UPDATE conversations SET human_until = now() - interval '1 minute' WHERE channel_id = $1",
      channel.channelId,
    );
    await endEchoPauses(world.server.runtime);
    // An agent's take-over, drained before the sweep's row would have no effect on it: the loan is another by then.
    await world.rows("UPDATE conversations SET human_until = NULL WHERE channel_id = $1", channel.channelId);
    await world.drain();
    expect(await world.conversations(channel)).toMatchObject([{ mode: "Human" }]);
  });
});

describe("echoes of our own sends", () => {
  test("are no second message and no person, also before the send's answer is saved", async () => {
    const page = await world.channel({ platform: "messenger" });
    await world.publish(page, HELLO);
    await world.item(page, "9001", { message: { mid: "m_1", text: "hola" } });
    const [ours] = await world.rows(
      "SELECT id FROM messages WHERE channel_id = $1 AND author = 'bot'",
      page.channelId,
    );
    const own = { mid: "m_ours", text: "HOLA", is_echo: true, app_id: 77, metadata: ours.id };
    await world.item(page, "9001", { message: own });
    await world.server.statuses.idle();
    expect(await world.chat(page)).toEqual(["customer: hola", "bot: HOLA"]);
    expect(await world.conversations(page)).toMatchObject([{ mode: "Bot" }]);
    // The echo proves that it went out.
    expect(
      await world.rows("SELECT status, platform_message_id FROM messages WHERE id = $1", ours.id),
    ).toEqual([{ status: "Sent", platform_message_id: "m_ours" }]);
  });

  test("of another app or a person pause the bot on Messenger and Instagram", async () => {
    for (const [platform, object] of [
      ["messenger", "page"],
      ["instagram", "instagram"],
    ] as const) {
      const channel = await world.channel({ platform });
      await world.item(channel, "9002", { message: { mid: "m_p", text: "Buenas", is_echo: true } }, object);
      expect(await world.conversations(channel)).toMatchObject([{ mode: "Human" }]);
    }
  });
});

describe("changes of messages", () => {
  const stored = (channel: TestChannel, id: string) =>
    world.rows(
      `SELECT content, revisions, edited_at IS NOT NULL AS edited, deleted_at IS NOT NULL AS deleted, reaction
         FROM messages WHERE channel_id = $1 AND platform_message_id = $2`,
      channel.channelId,
      id,
    );

  test("edits keep what was said before, in order, and are told to who watches", async () => {
    const channel = await channelWith();
    await world.says(channel, PHONE, "wamid.c1", "ola");
    const edit = (id: string, body: string) => ({
      from: PHONE,
      id,
      timestamp: seconds(),
      type: "edit",
      edit: { original_message_id: "wamid.c1", message: { type: "text", text: { body } } },
    });
    world.server.live.length = 0;
    await world.whatsapp(channel, { messages: [edit("wamid.c2", "olaa"), edit("wamid.c3", "adiós")] });
    const [message] = await stored(channel, "wamid.c1");
    expect(message).toMatchObject({ content: { text: "adiós" }, edited: true, deleted: false });
    expect(message.revisions.map(({ content }: { content: unknown }) => content)).toEqual([
      { type: "text", text: "ola" },
      { type: "text", text: "olaa" },
    ]);
    expect(world.server.live.filter(({ event }) => event === "message:updated")).toHaveLength(2);
    expect(await world.chat(channel)).toEqual(["customer: adiós"]);
  });

  test("what its writer takes back is gone, its edits and its inbox row too", async () => {
    const channel = await channelWith();
    await world.says(channel, PHONE, "wamid.d1", "secreto");
    const revoke = {
      from: PHONE,
      id: "wamid.d2",
      timestamp: seconds(),
      type: "revoke",
      revoke: { original_message_id: "wamid.d1" },
    };
    await world.whatsapp(channel, { messages: [revoke] });
    expect(await stored(channel, "wamid.d1")).toMatchObject([
      { content: { platformType: "deleted" }, deleted: true, revisions: null },
    ]);
    const kept = await world.rows(
      "SELECT count(*)::int AS n FROM inbox_events WHERE channel_id = $1 AND payload::text LIKE '%secreto%'",
      channel.channelId,
    );
    expect(kept).toEqual([{ n: 0 }]);
  });

  test("what was taken back stands nowhere a person could still read it: no log, no session, no list", async () => {
    const channel = await channelWith();
    await world.publish(channel, {
      format: "hilo.flow/1",
      name: "Preguntas",
      triggers: [{ type: "keyword", keyword: "reserva", mode: "word" }],
      nodes: [
        { id: "ask", type: "ask", data: { text: "¿Para cuándo?", saveAs: "cuando" } },
        { id: "more", type: "ask", data: { text: "¿Y el nombre?", saveAs: "nombre" } },
      ],
      edges: [
        { id: "e0", source: "start", target: "ask" },
        { id: "e1", source: "ask", target: "more" },
      ],
    });
    await world.says(channel, PHONE, "wamid.t1", "reserva");
    await world.says(channel, PHONE, "wamid.t2", "zanahoria secreta");
    const readable = () =>
      world.rows(
        `SELECT (SELECT count(*)::int FROM webhook_log WHERE channel_id = $1 AND position('zanahoria' IN convert_from(body, 'UTF8')) > 0) AS log,
                (SELECT count(*)::int FROM session_events e JOIN sessions s ON s.workspace_id = e.workspace_id AND s.id = e.session_id
                  WHERE s.channel_id = $1 AND (e.input::text || e.trace::text || COALESCE(e.effects::text, '')) LIKE '%zanahoria%') AS steps,
                (SELECT count(*)::int FROM inbox_events WHERE channel_id = $1 AND payload::text LIKE '%zanahoria%') AS inbox,
                (SELECT count(*)::int FROM change_log WHERE payload::text LIKE '%zanahoria%') AS live,
                (SELECT count(*)::int FROM messages WHERE channel_id = $1 AND text LIKE '%zanahoria%') AS messages`,
        channel.channelId,
      );
    expect(await readable()).toMatchObject([{ log: 1, steps: 1, inbox: 1, messages: 1 }]);
    await world.rows(
      "UPDATE conversations SET last_message_preview = 'zanahoria secreta' WHERE channel_id = $1",
      channel.channelId,
    );
    const revoke = { original_message_id: "wamid.t2" };
    await world.whatsapp(channel, {
      messages: [{ from: PHONE, id: "wamid.t3", timestamp: seconds(), type: "revoke", revoke }],
    });
    expect(await readable()).toEqual([{ log: 0, steps: 0, inbox: 0, live: 0, messages: 0 }]);
    expect(await world.conversations(channel)).toMatchObject([{ last_message_preview: "" }]);
    // The step itself is still there, with the way it took.
    const [step] = await world.rows(
      `SELECT e.input, e.trace FROM session_events e JOIN sessions s ON s.workspace_id = e.workspace_id AND s.id = e.session_id
        WHERE s.channel_id = $1 ORDER BY e.seq DESC LIMIT 1`,
      channel.channelId,
    );
    expect(step.input).toMatchObject({ message: { content: { platformType: "deleted" } } });
    expect(step.trace).toContainEqual({ type: "node-entered", nodeId: "more" });
    // Other deliveries of the person are as they were.
    expect(
      await world.rows(
        "SELECT 1 FROM webhook_log WHERE channel_id = $1 AND length(body) > 0",
        channel.channelId,
      ),
    ).toHaveLength(2);
  });

  test("an album taken back goes with all of its parts", async () => {
    const channel = await world.channel({ platform: "instagram" });
    const attachments = ["a", "b", "c"].map((name) => ({
      type: "image",
      payload: { url: `https://cdn.test/${name}` },
    }));
    await world.item(channel, "9003", { message: { mid: "m_album", attachments } }, "instagram");
    await world.item(channel, "9003", { message: { mid: "m_album", is_deleted: true } }, "instagram");
    const left = await world.rows(
      "SELECT 1 FROM messages WHERE channel_id = $1 AND deleted_at IS NULL",
      channel.channelId,
    );
    expect(left).toEqual([]);
  });

  test("nobody changes another person's message", async () => {
    const channel = await channelWith();
    await world.says(channel, PHONE, "wamid.o1", "mío");
    const edit = { original_message_id: "wamid.o1", message: { type: "text", text: { body: "tuyo" } } };
    await world.says(channel, "573009998877", "wamid.o2", "", { type: "edit", edit });
    expect(await stored(channel, "wamid.o1")).toMatchObject([{ content: { text: "mío" }, edited: false }]);
  });

  test("an edit of a message that never came shows its words; a deletion of one is let go", async () => {
    const channel = await channelWith();
    const edit = {
      original_message_id: "wamid.never",
      message: { type: "text", text: { body: "hola nueva" } },
    };
    await world.says(channel, PHONE, "wamid.n0", "buenas");
    await world.says(channel, PHONE, "wamid.n1", "", { type: "edit", edit });
    await world.says(channel, PHONE, "wamid.n2", "", {
      type: "revoke",
      revoke: { original_message_id: "wamid.none" },
    });
    expect(await world.chat(channel)).toEqual(["customer: buenas", "customer: hola nueva"]);
    const states = await world.rows(
      "SELECT state FROM inbox_events WHERE channel_id = $1 ORDER BY id",
      channel.channelId,
    );
    expect(states.map(({ state }) => state)).toEqual(["done", "done", "ignored"]);
  });

  test("a reaction stands on its message and goes when it is taken back; it wakes no flow", async () => {
    const channel = await channelWith();
    await world.says(channel, PHONE, "wamid.r1", "hola");
    await world.rows(
      "UPDATE messages SET platform_message_id = 'wamid.bot', status = 'Sent' WHERE channel_id = $1 AND author = 'bot'",
      channel.channelId,
    );
    await world.says(channel, PHONE, "wamid.r2", "", {
      type: "reaction",
      reaction: { message_id: "wamid.bot", emoji: "❤️" },
    });
    expect(await stored(channel, "wamid.bot")).toMatchObject([{ reaction: "❤️" }]);
    await world.says(channel, PHONE, "wamid.r3", "", {
      type: "reaction",
      reaction: { message_id: "wamid.bot" },
    });
    expect(await stored(channel, "wamid.bot")).toMatchObject([{ reaction: null }]);
    expect(await world.chat(channel)).toEqual(["customer: hola", "bot: HOLA"]);
  });
});

describe("receipts up to a moment", () => {
  test("move all that was sent until then, never back, and nobody else's", async () => {
    const page = await world.channel({ platform: "messenger" });
    await world.publish(page, HELLO);
    for (const psid of ["9004", "9005"])
      await world.item(page, psid, { message: { mid: `m_${psid}`, text: "hola" } });
    await world.rows(
      "UPDATE messages SET status = 'Sent', sent_at = now() WHERE channel_id = $1 AND author = 'bot'",
      page.channelId,
    );
    const states = async () =>
      (
        await world.rows(
          "SELECT m.status FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE m.channel_id = $1 AND m.author = 'bot' ORDER BY c.external_id",
          page.channelId,
        )
      ).map(({ status }) => status);
    await world.item(page, "9004", { delivery: { watermark: Date.now() - 60_000 } });
    expect(await states()).toEqual(["Sent", "Sent"]);
    await world.item(page, "9004", { read: { watermark: Date.now() + 5_000 } });
    expect(await states()).toEqual(["Read", "Sent"]);
    await world.item(page, "9004", { delivery: { watermark: Date.now() + 6_000 } });
    expect(await states()).toEqual(["Read", "Sent"]);
    // Of somebody nobody knows.
    await world.item(page, "9999", { read: { watermark: Date.now() } });
    expect(await world.conversations(page)).toHaveLength(2);
  });
});

describe("what comes late", () => {
  test("fault 58: a message of three days ago is shown to people and answered by no flow", async () => {
    const channel = await channelWith();
    const threeDays = 3 * 86_400_000;
    await world.says(channel, PHONE, "wamid.late", "hola", { timestamp: seconds(threeDays) });
    expect(await world.chat(channel)).toEqual(["customer: hola"]);
    const [conversation] = await world.conversations(channel);
    expect(conversation.unread).toBe(1);
    // The window counts from when it was written: it is closed.
    expect(conversation.window_expires_at.getTime()).toBeLessThan(Date.now());
    await world.says(channel, PHONE, "wamid.late2", "hola", { timestamp: seconds(60_000) });
    expect((await world.chat(channel)).at(-1)).toBe("bot: HOLA");
    // A still later one does not turn the window back.
    await world.says(channel, PHONE, "wamid.late3", "hola", { timestamp: seconds(threeDays) });
    const [after] = await world.conversations(channel);
    expect(after.window_expires_at.getTime()).toBeGreaterThan(Date.now());
  });

  test("the channel decides what late means", async () => {
    const channel = await channelWith({ lateMinutes: 120 });
    await world.says(channel, PHONE, "wamid.l1", "hola", { timestamp: seconds(3_600_000) });
    expect(await world.chat(channel)).toEqual(["customer: hola", "bot: HOLA"]);
  });

  test("talk of before the channel was connected is history: no flow, nothing unread, nobody paused", async () => {
    const channel = await channelWith();
    const messages = [
      { from: PHONE, id: "wamid.h1", timestamp: seconds(60_000), type: "text", text: { body: "hola" } },
      {
        from: "15550001111",
        to: PHONE,
        id: "wamid.h2",
        timestamp: seconds(50_000),
        type: "text",
        text: { body: "dígame" },
      },
    ];
    const history = [
      { metadata: { phase: 0, chunk_order: 1, progress: 100 }, threads: [{ id: PHONE, messages }] },
    ];
    await world.whatsapp(channel, { history }, "history");
    expect(await world.chat(channel)).toEqual(["customer: hola", "echo: dígame"]);
    expect(await world.conversations(channel)).toMatchObject([{ mode: "Bot", unread: 0 }]);
  });
});
