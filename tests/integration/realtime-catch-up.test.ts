// Catching up after an absence: everything that was missed, in order, or the word to read anew.
import { describe, expect, it } from "vitest";
import { transaction } from "../../server/src/db/transaction.ts";
import { appendChanges, type Change } from "../../server/src/realtime/change-log.ts";
import { useApp } from "../support/app.ts";
import { type Heard, latestIn, textsIn, useLive } from "../support/live-client.ts";
import { until } from "../support/server-process.ts";

const app = useApp();
const live = useLive(app);
const { connected, say } = live;

describe("catching up", () => {
  const newMessages = (events: Heard[]) => events.filter(({ event }) => !/^conversations?:/.test(event));

  /** With the last status that came of its message. */
  const asItIsNow = (heard: Heard[]) => {
    const fates = new Map(
      heard.flatMap(({ event, payload }) =>
        event === "message:status" ? [[payload.messageId, payload]] : [],
      ),
    );
    return ({ event, payload }: Heard): Heard => {
      const last = fates.get(payload.messageId ?? payload.message?.id);
      if (!last) return { event, payload };
      const { status, waMessageId } = last;
      if (event === "message:status") return { event, payload: { ...payload, status, waMessageId } };
      return { event, payload: { ...payload, message: { ...payload.message, status, waMessageId } } };
    };
  };

  /** A message of the phone's contact was sent; told to who watches the contact, or (null) to everybody. */
  const changes = async () => {
    const workspaceId = await app.workspaceId();
    const { contactId } = live.phone;
    const sent = { messageId: contactId, status: "Sent" as const, contactId, error: null };
    return (waMessageId: string, watched: string | null): Change => ({
      workspaceId,
      contactId: watched,
      event: "message:status",
      payload: { ...sent, waMessageId },
    });
  };

  it("gives exactly what others heard meanwhile, in order", async () => {
    const { contactId, conversationId } = live.phone;
    const witness = await connected();
    await witness.emitWithAck("join:conversation", contactId);
    await say("hola");
    await until(() => textsIn(witness.heard).includes("¿Tu nombre?"), "asked");
    await app.app.services.simulator.idle();
    await until(
      () => witness.heard.filter(({ payload }) => payload.status === "Read").length >= 2,
      "both read",
    );
    const since = latestIn(witness.heard);
    await say("Eva");
    await until(
      () => witness.heard.filter(({ payload }) => payload.status === "Read").length >= 3,
      "the thanks are read",
    );
    await app.app.services.simulator.idle();
    const later = ({ payload }: Heard) => payload.seq !== undefined && BigInt(payload.seq) > BigInt(since);
    const missed = newMessages(witness.heard).filter(later);

    const late = await connected();
    const answer = await late.emitWithAck("catch-up", { since });
    expect(answer.reset).toBe(false);
    // What came shortly before is told again; clients know it by its number.
    const told = newMessages(answer.events).filter(later);
    const inOrder = missed.sort((a, b) => Number(BigInt(a.payload.seq) - BigInt(b.payload.seq)));
    // Each message as it is by now: the others heard that it was on its way, sent, and read at last.
    expect(told).toEqual(inOrder.map(asItIsNow(missed)));
    expect(told).toContainEqual(expect.objectContaining({ event: "session:updated" }));
    expect(answer.events.at(-1)).toMatchObject({
      event: "conversation:updated",
      payload: { conversation: { id: conversationId } },
    });
    // Gone on from once every transaction that was open at their commit is over, those of other databases included.
    let { seq } = answer;
    await until(async () => {
      const again = await late.emitWithAck("catch-up", { since: seq });
      const isOver = newMessages(again.events).every(({ payload }) => BigInt(payload.seq) <= BigInt(seq));
      seq = again.seq;
      return isOver;
    }, "nothing is told for ever");
  });

  it("gives what happened while nobody watched, statuses among it", async () => {
    const { contactId } = live.phone;
    const stranger = await connected();
    const { seq: since } = await stranger.emitWithAck("catch-up", { since: "0" });
    await say("adiós a todos");
    const caughtUp = async (): Promise<Heard[]> =>
      (await stranger.emitWithAck("catch-up", { since })).events.filter(
        ({ payload }: Heard) => payload.contactId === contactId && BigInt(payload.seq) > BigInt(since),
      );
    await until(
      async () =>
        (await caughtUp()).some(
          ({ event, payload }) => event === "message:new" && payload.message.content.text === "adiós a todos",
        ),
      "what was said is kept",
    );
    await say("hola");
    await until(
      async () => (await caughtUp()).some(({ payload }) => payload.status === "Read"),
      "the answer's fate is kept",
    );
    expect(stranger.heard.filter(({ payload }) => payload.contactId === contactId)).toEqual([]);
  });

  it("goes on in the middle of what was kept together, and keeps the numbers of the rest when one is taken out", async () => {
    const { contactId } = live.phone;
    const { pool } = app.app.runtime;
    const change = await changes();
    const kept = await transaction(pool, (client) =>
      appendChanges(
        client,
        ["a", "b", "c"].map((name) => change(name, contactId)),
      ),
    );
    const socket = await connected();
    const named = async (since: string | undefined) => {
      const { events } = await socket.emitWithAck("catch-up", { since });
      return events.flatMap(({ payload }: Heard) =>
        ["a", "b", "c"].includes(payload.waMessageId) && BigInt(payload.seq) > BigInt(since ?? 0)
          ? [[payload.waMessageId, payload.seq]]
          : [],
      );
    };
    const [, b, c] = kept.map(({ seq }, n) => [["a", "b", "c"][n], seq]);
    const [first, second] = kept.map(({ seq }) => seq);
    expect(await named(first)).toEqual([b, c]);
    expect(await named(second)).toEqual([c]);
    await pool.query(
      "UPDATE change_log SET payload = jsonb_set(payload::jsonb, '{1}', 'null')::json WHERE seq = $1",
      [first],
    );
    expect(await named(first)).toEqual([c]);
  });

  it("tells of what was saved together as it is by now, and of nobody who was erased since", async () => {
    const { pool } = app.app.runtime;
    const { contactId } = live.phone;
    const workspaceId = await app.workspaceId();
    const idsOf = async (table: "messages" | "sessions", order: string) =>
      (
        await pool.query<{ id: string }>(
          `SELECT id FROM ${table} WHERE contact_id = $1 ORDER BY ${order} DESC LIMIT 2`,
          [contactId],
        )
      ).rows.map(({ id }) => id);
    const [a, b] = await idsOf("messages", "seq");
    const [session] = await idsOf("sessions", "started_at");
    const gone = crypto.randomUUID();
    const path = [{ nodeId: "ask", port: "answered" }];
    const payload = {
      messages: [a, gone, b],
      sessions: [
        { id: gone, path },
        { id: session, path },
      ],
      statuses: [gone, a],
    };
    const noted = await pool.query<{ seq: string }>(
      "INSERT INTO change_log (workspace_id, room, event, payload) VALUES ($1, 'workspace', 'referred', $2) RETURNING seq",
      [workspaceId, payload],
    );
    const first = BigInt(noted.rows[0]?.seq ?? 0);
    const socket = await connected();
    const told = async (since: bigint) =>
      newMessages((await socket.emitWithAck("catch-up", { since: String(since) })).events).flatMap(
        ({ event, payload: { seq, message, messageId, sessionId } }: Heard) =>
          BigInt(seq) > since
            ? [[event, message?.id ?? messageId ?? sessionId, Number(BigInt(seq) - first)]]
            : [],
      );
    expect(await told(first - 1n)).toEqual([
      ["message:new", a, 0],
      ["message:new", b, 2],
      ["session:updated", session, 4],
      ["message:status", a, 6],
    ]);
    expect(await told(first + 4n)).toEqual([["message:status", a, 6]]);
  });

  describe("of what came shortly before", () => {
    const PLACES = 90n;
    /** Rows of so many events each, of a workspace of its own. @returns what is told, by its distance from the last row's number */
    const kept = async (counts: number[]) => {
      const { pool } = app.app.runtime;
      const { workspaceId, key } = await app.stranger();
      const told = { event: "message:status", payload: { status: "Sent" } };
      const seqs: bigint[] = [];
      for (const count of counts) {
        const { rows } = await pool.query<{ seq: string }>(
          `INSERT INTO change_log (workspace_id, room, event, payload) VALUES ($1, 'workspace', 'several', $2) RETURNING seq::text AS seq`,
          [workspaceId, JSON.stringify(Array(count).fill(told))],
        );
        seqs.push(BigInt(rows[0]?.seq ?? 0));
      }
      const last = seqs.at(-1) ?? 0n;
      const socket = await connected(key);
      return async (since: bigint): Promise<bigint[]> =>
        newMessages((await socket.emitWithAck("catch-up", { since: String(last + since) })).events).map(
          ({ payload }: Heard) => BigInt(payload.seq) - last,
        );
    };

    it("no more than the latest thousand events are told again", async () => {
      const told = await kept(Array(20).fill(90));
      const repeated = await told(PLACES - 1n);
      expect(repeated).toHaveLength(990);
      expect(repeated.at(-1)).toBe(PLACES - 1n);
      // In the middle of a row the rest of it is news.
      const middle = await told(10n);
      expect(middle.filter((place) => place > 10n)).toHaveLength(79);
      expect(middle).toHaveLength(990 + 90);
    });

    it("a row that is too large for it does not hide what was late before it", async () => {
      const told = await kept([3, 1_200, 90]);
      expect(await told(PLACES - 1n)).toHaveLength(93);
      expect(await told(-1n)).toHaveLength(93);
    });
  });

  it("misses no change whose number was drawn first and committed last", async () => {
    const { pool } = app.app.runtime;
    const change = await changes();
    const slow = await pool.connect();
    await slow.query("BEGIN");
    const [first] = await appendChanges(slow, [change("slow", null)]);
    const [second] = await transaction(pool, (client) => appendChanges(client, [change("quick", null)]));
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
    // Rows count as settled once every transaction open at their commit is over, those of other databases included.
    let answer = await socket.emitWithAck("catch-up", { since: "0" });
    for (let tries = 0; tries < 200 && "seq" in answer && answer.seq === "0"; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      answer = await socket.emitWithAck("catch-up", { since: "0" });
    }
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
