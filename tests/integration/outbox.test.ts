/** Deliveries against a stand-in for Graph: order, outcomes, retries, holds, statuses in any order, and never a second send. The reason for its length: one stand-in and one server serve all of its tables. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { channelSecretAad } from "../../server/src/channels/secrets.ts";
import { pruneStatuses, sweepOutbox } from "../../server/src/outbox/sweep.ts";
import { useTestDatabase } from "../support/database.ts";
import {
  GraphStandIn,
  metaError,
  postSigned,
  type StatusLine,
  statusesBody,
} from "../support/graph-stand-in.ts";
import {
  createChannel,
  createConversation,
  queueTexts,
  statusesOf,
  type TestChannel,
  TestServer,
} from "../support/graph-stand-in-server.ts";

const db = useTestDatabase();
let graph: GraphStandIn;
let server: TestServer;
const others: TestServer[] = [];

/** Sends under way, each with what ends its patience: nobody waits here for a clock. */
const patience = new Set<() => void>();
const alarm = (ring: () => void) => {
  patience.add(ring);
  return () => void patience.delete(ring);
};
const losePatience = () => {
  for (const ring of [...patience]) ring();
};

const start = (options: { ratePerSecond?: number } = {}) =>
  TestServer.start({ pool: db.pool, prisma: db.prisma, graphUrl: graph.url, alarm, ...options });

beforeAll(async () => {
  graph = await GraphStandIn.start();
  server = await start();
});
beforeEach(() => {
  graph.onSilence = losePatience;
});
afterEach(async () => {
  await server.settle();
  for (const other of others.splice(0)) await other.stop();
  graph.requests.length = 0;
  graph.ledger.length = 0;
  graph.answerWith(() => ({ kind: "accept" }));
  // What a test left waiting must not go out in the next one.
  await db.pool.query(
    "UPDATE messages SET status = 'Cancelled' WHERE status IN ('Pending', 'Sending', 'Uncertain')",
  );
});
afterAll(async () => {
  await server.stop();
  await graph.stop();
});

async function oneMessage(text = "hola") {
  const channel = await createChannel(server);
  const conversationId = await createConversation(server, channel, "573001112233");
  const [id = ""] = await queueTexts(server, channel, conversationId, [text]);
  return { channel, conversationId, id };
}

async function row(id: string) {
  const { rows } = await db.pool.query(
    "SELECT *, next_attempt_at - now() AS wait, EXTRACT(epoch FROM next_attempt_at - now())::float AS seconds FROM messages WHERE id = $1",
    [id],
  );
  return rows[0];
}

const channelState = async ({ channelId }: TestChannel) =>
  (
    await db.pool.query(
      "SELECT state, state_reason, paused_until > now() AS resting FROM channels WHERE id = $1",
      [channelId],
    )
  ).rows[0];

const report = (channel: TestChannel, ...lines: StatusLine[]) =>
  postSigned(
    `${server.url}/api/webhooks/whatsapp`,
    channel.appSecret,
    statusesBody(channel.platformId, lines),
  );

/** A millisecond ago: the column keeps milliseconds, and rounding up would put it into the future. */
const makeDue = (id: string) =>
  db.pool.query("UPDATE messages SET next_attempt_at = now() - interval '1 ms' WHERE id = $1", [id]);

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let waited = 0; waited < 5_000; waited += 10) {
    if (await condition()) return;
    await sleep(10);
  }
  throw new Error("What was waited for did not come.");
}

describe("sending", () => {
  test("a message goes to the number's address with the channel's token and our id, and is Sent", async () => {
    const { channel, id } = await oneMessage("¡Hola!");
    await server.deliver(channel.channelId);
    expect(graph.requests).toMatchObject([
      {
        path: `/v25.0/${channel.platformId}/messages`,
        token: channel.token,
        body: {
          messaging_product: "whatsapp",
          recipient_type: "individual",
          to: "+573001112233",
          type: "text",
          text: { body: "¡Hola!" },
        },
        opaque: id,
      },
    ]);
    expect(await row(id)).toMatchObject({
      status: "Sent",
      attempts: 1,
      platform_message_id: "wamid.TEST1",
      error: null,
      sending_until: null,
    });
    expect(server.live.at(-1)).toMatchObject({
      event: "message:status",
      payload: { messageId: id, status: "Sent", waMessageId: "wamid.TEST1" },
    });
  });

  test("each conversation gets its messages in order, however slow some answers are", async () => {
    const channel = await createChannel(server);
    const texts = Array.from({ length: 6 }, (_, n) => String(n));
    const phones = Array.from({ length: 15 }, (_, n) => `5730000${100 + n}`);
    const ids = (
      await Promise.all(
        phones.map(async (phone) =>
          queueTexts(server, channel, await createConversation(server, channel, phone), texts),
        ),
      )
    ).flat();
    // Delays from a fixed sequence: the same at every run.
    graph.answerWith(({ n }) => ({ kind: "accept", delayMs: (n * 7_919) % 40 }));
    await server.deliver(channel.channelId);
    await until(async () => (await statusesOf(server, ids)).every((status) => status === "Sent"));
    expect(graph.ledger).toHaveLength(90);
    for (const phone of phones) {
      const got = graph.ledger
        .filter(({ body }) => body.to === `+${phone}`)
        .map(({ body }) => (body as unknown as { text: { body: string } }).text.body);
      expect(got).toEqual(texts);
    }
  });

  test("a slow answer in one conversation does not hold up another that writes later", async () => {
    const { channel, id: slow } = await oneMessage("slow");
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    graph.answerWith(async ({ opaque }) => {
      if (opaque === slow) await released;
      return { kind: "accept" };
    });
    await server.deliverer.deliverChannel(channel.channelId);
    const [quick = ""] = await queueTexts(
      server,
      channel,
      await createConversation(server, channel, "573002222222"),
      ["quick"],
    );
    await server.deliverer.deliverChannel(channel.channelId);
    await until(async () => (await statusesOf(server, [quick]))[0] === "Sent");
    expect(await statusesOf(server, [slow])).toEqual(["Sending"]);
    release();
    await server.deliverer.idle();
    expect(await statusesOf(server, [slow])).toEqual(["Sent"]);
  });

  test("several deliverers at once send each message once", async () => {
    const channel = await createChannel(server);
    const ids: string[] = [];
    for (let n = 0; n < 20; n += 1) {
      ids.push(
        ...(await queueTexts(
          server,
          channel,
          await createConversation(server, channel, `5730100${100 + n}`),
          ["a", "b", "c"],
        )),
      );
    }
    const workers = [server, await start(), await start()];
    others.push(...workers.slice(1));
    graph.answerWith(({ n }) => ({ kind: "accept", delayMs: n % 5 }));
    for (let round = 0; round < 5; round += 1)
      await Promise.all(workers.map((worker) => worker.deliverer.deliverChannel(channel.channelId)));
    await until(async () => (await statusesOf(server, ids)).every((status) => status === "Sent"));
    expect(graph.ledger.map(({ opaque }) => opaque).toSorted()).toEqual(ids.toSorted());
  });

  test("no more go out in a second than the channel may send", async () => {
    const limited = await start({ ratePerSecond: 50 });
    others.push(limited);
    const channel = await createChannel(server);
    const ids: string[] = [];
    for (let n = 0; n < 25; n += 1)
      ids.push(
        ...(await queueTexts(
          server,
          channel,
          await createConversation(server, channel, `5730200${100 + n}`),
          ["x"],
        )),
      );
    const startedAt = performance.now();
    await limited.deliverer.deliverChannel(channel.channelId);
    await until(async () => (await statusesOf(server, ids)).every((status) => status === "Sent"));
    // 25 less the burst of 5, at 50 a second.
    expect(performance.now() - startedAt).toBeGreaterThan(390);
  });
});

describe("unknown outcomes", () => {
  const lost: [string, Parameters<GraphStandIn["answerInTurn"]>[0]][] = [
    ["fault 38: no answer until the deadline", { kind: "hang", accepts: true }],
    ["fault 39: the connection reset after the request", { kind: "reset", accepts: true }],
    [
      "fault 39: the connection reset in the middle of the answer",
      { kind: "reset", accepts: true, afterHeaders: true },
    ],
    ["fault 40: an answer that drips for ever", { kind: "drip", accepts: true }],
    ["fault 42: an answer without end", { kind: "flood", accepts: true }],
    ["fault 41: 200 with no message id", { kind: "reply", status: 200, body: { success: true } }],
    ["fault 41: 200 with HTML", { kind: "reply", status: 200, body: "<html>" }],
    ["fault 41: 200 with nothing", { kind: "reply", status: 200, body: "" }],
    ["fault 36: 504 of a gateway", { kind: "reply", status: 504, body: "<html>" }],
  ];
  test.each(lost)("%s leaves the message Uncertain, and it is not sent again", async (_name, script) => {
    const { channel, id } = await oneMessage();
    graph.answerInTurn(script);
    await server.deliver(channel.channelId);
    await server.deliver(channel.channelId);
    expect(await row(id)).toMatchObject({ status: "Uncertain", attempts: 1 });
    expect((await row(id)).error.remedy).toContain("not sent again");
    expect(graph.requests).toHaveLength(1);
  });

  test("the status that carries our id settles it, and the conversation goes on", async () => {
    const { channel, conversationId, id } = await oneMessage();
    graph.answerInTurn({ kind: "hang", accepts: true });
    await server.deliver(channel.channelId);
    const [next = ""] = await queueTexts(server, channel, conversationId, ["next"]);
    await report(channel, { wamid: "wamid.LATE", status: "delivered", opaque: id });
    await server.settle();
    expect(await row(id)).toMatchObject({
      status: "Delivered",
      platform_message_id: "wamid.LATE",
      error: null,
    });
    await server.deliver(channel.channelId);
    expect(await statusesOf(server, [next])).toEqual(["Sent"]);
  });

  test("a status that settles a send still on its way frees the conversation before the answer comes", async () => {
    const { channel, conversationId, id } = await oneMessage();
    const [next = ""] = await queueTexts(server, channel, conversationId, ["next"]);
    graph.answerWith(({ opaque }) => (opaque === id ? { kind: "hang", accepts: true } : { kind: "accept" }));
    let silent = false;
    graph.onSilence = () => {
      silent = true;
    };
    await server.deliverer.deliverChannel(channel.channelId);
    await until(() => silent);
    await report(channel, { wamid: "wamid.EARLY", status: "sent", opaque: id });
    await until(async () => (await statusesOf(server, [next]))[0] === "Sent");
    losePatience();
    await server.deliverer.idle();
    expect(await row(id)).toMatchObject({ status: "Sent", platform_message_id: "wamid.EARLY" });
  });

  test("a send whose worker died becomes Uncertain by the sweep, and its late answer still settles it", async () => {
    const { channel, id } = await oneMessage();
    graph.answerInTurn({ kind: "accept", delayMs: 300 });
    await server.deliverer.deliverChannel(channel.channelId);
    await db.pool.query("UPDATE messages SET sending_until = now() - interval '1 second' WHERE id = $1", [
      id,
    ]);
    await sweepOutbox(server.runtime, server.statuses, () => {}, 0);
    expect(await row(id)).toMatchObject({ status: "Uncertain" });
    await server.settle();
    expect(await row(id)).toMatchObject({ status: "Sent", error: null });
    expect(graph.ledger).toHaveLength(1);
  });
});

describe("refusals", () => {
  test.each([
    ["fault 36: 500 with HTML", { status: 500, body: "<html>oops" }],
    ["fault 36: 502 with nothing", { status: 502, body: "" }],
    ["fault 36: 131000", { status: 400, body: metaError(131000) }],
    ["fault 36: 2 with 503", { status: 503, body: metaError(2) }],
    [
      "fault 45: an unknown code said to be transient",
      { status: 400, body: { error: { code: 777_777, message: "x", is_transient: true } } },
    ],
  ])("%s is tried again after a wait", async (_name, answer) => {
    const { channel, id } = await oneMessage();
    graph.answerInTurn({ kind: "reply", ...answer });
    await server.deliver(channel.channelId);
    expect(await row(id)).toMatchObject({ status: "Pending", attempts: 1 });
    expect((await row(id)).seconds).toBeGreaterThan(0.5);
    expect((await row(id)).seconds).toBeLessThan(1.3);
    await makeDue(id);
    await server.deliver(channel.channelId);
    expect(await row(id)).toMatchObject({ status: "Sent", attempts: 2, error: null });
  });

  test("fault 37: a platform that can't be reached is certain not to have the message: tried again", async () => {
    const unreachable = await TestServer.start({
      pool: db.pool,
      prisma: db.prisma,
      graphUrl: "http://127.0.0.1:1",
    });
    others.push(unreachable);
    const { channel, id } = await oneMessage();
    await unreachable.deliver(channel.channelId);
    expect(await row(id)).toMatchObject({ status: "Pending", error: { code: "unreachable" } });
  });

  test.each([131047, 131026, 100, 131009, 132001, 999_999])(
    "faults 44 and 45: %i fails at once with a sentence, and the next message goes",
    async (code) => {
      const { channel, conversationId, id } = await oneMessage();
      const [next = ""] = await queueTexts(server, channel, conversationId, ["next"]);
      graph.answerInTurn({ kind: "reply", status: 400, body: metaError(code, "Param x is wrong") });
      await server.deliver(channel.channelId);
      const failed = await row(id);
      expect(failed).toMatchObject({ status: "Failed", error: { code: String(code) } });
      expect(failed.error.message).toContain("Param x is wrong");
      expect(await statusesOf(server, [next])).toEqual(["Sent"]);
    },
  );

  test("fault 35: the pair rate makes only that conversation wait, in order", async () => {
    const { channel, conversationId, id } = await oneMessage();
    const [second = ""] = await queueTexts(server, channel, conversationId, ["second"]);
    const [other = ""] = await queueTexts(
      server,
      channel,
      await createConversation(server, channel, "573007777777"),
      ["other"],
    );
    graph.answerWith(({ opaque, n }) =>
      opaque === id && n < 2 ? { kind: "reply", status: 400, body: metaError(131056) } : { kind: "accept" },
    );
    await server.deliver(channel.channelId);
    expect(await statusesOf(server, [id, second, other])).toEqual(["Pending", "Pending", "Sent"]);
    expect((await row(id)).seconds).toBeGreaterThan(5);
    await makeDue(id);
    await server.deliver(channel.channelId);
    expect(graph.ledger.map(({ opaque }) => opaque)).toEqual([other, id, second]);
  });

  test.each([
    ["fault 34: 130429", { status: 400, body: metaError(130429) }],
    ["fault 34: 80007", { status: 400, body: metaError(80007) }],
    ["fault 34: 429 without Retry-After", { status: 429, body: "slow down" }],
    ["fault 34: 429 with Retry-After", { status: 429, body: "slow down", headers: { "retry-after": "60" } }],
  ])("%s rests the whole channel, and it goes on in order afterwards", async (_name, answer) => {
    const { channel, conversationId, id } = await oneMessage();
    const [second = ""] = await queueTexts(server, channel, conversationId, ["second"]);
    graph.answerInTurn({ kind: "reply", ...answer });
    await server.deliver(channel.channelId);
    expect(await channelState(channel)).toMatchObject({ state: "active", resting: true });
    await makeDue(id);
    await server.deliver(channel.channelId);
    expect(graph.requests).toHaveLength(1);
    await db.pool.query("UPDATE channels SET paused_until = NULL WHERE id = $1", [channel.channelId]);
    await server.deliver(channel.channelId);
    expect(graph.ledger.map(({ opaque }) => opaque)).toEqual([id, second]);
  });

  test.each([
    [190, "reauthorize"],
    [10, "reauthorize"],
    [200, "reauthorize"],
    [131042, "paused"],
  ])(
    "fault 43: %i holds the channel's sends until somebody acts, without counting against the message",
    async (code, state) => {
      const { channel, id } = await oneMessage();
      graph.answerInTurn({ kind: "reply", status: 401, body: metaError(code) });
      await server.deliver(channel.channelId);
      expect(await row(id)).toMatchObject({ status: "Pending", attempts: 1, uncounted: 1 });
      expect(await channelState(channel)).toMatchObject({ state });
      await server.deliver(channel.channelId);
      expect(graph.requests).toHaveLength(1);
      await db.pool.query("UPDATE channels SET state = 'active' WHERE id = $1", [channel.channelId]);
      await makeDue(id);
      await server.deliver(channel.channelId);
      expect(await row(id)).toMatchObject({ status: "Sent", attempts: 2, uncounted: 1 });
    },
  );

  test("a token replaced while the old one is refused does not put the channel on hold, and is used next", async () => {
    const { channel, id } = await oneMessage();
    const { workspaceId, channelId } = channel;
    const accessToken = server.runtime.secrets.seal(
      "new",
      channelSecretAad(workspaceId, channelId, "accessToken"),
    );
    graph.answerWith(async ({ token }) => {
      if (token === "new") return { kind: "accept" };
      await db.prisma.channel.update({
        where: { workspaceId_id: { workspaceId, id: channelId } },
        data: { accessToken },
      });
      return { kind: "reply", status: 401, body: metaError(190) };
    });
    await server.deliver(channelId);
    expect(await channelState(channel)).toMatchObject({ state: "active" });
    await until(async () => (await statusesOf(server, [id]))[0] === "Sent");
    expect(graph.requests.map(({ token }) => token)).toEqual([channel.token, "new"]);
  });

  test("fault 36: after ten failures in a row the channel rests", async () => {
    const channel = await createChannel(server);
    for (let n = 0; n < 12; n += 1)
      await queueTexts(server, channel, await createConversation(server, channel, `5730300${100 + n}`), [
        "x",
      ]);
    graph.answerWith(() => ({ kind: "reply", status: 503, body: "" }));
    await server.deliver(channel.channelId);
    expect(await channelState(channel)).toMatchObject({ state: "active", resting: true });
  });

  test("a message a day old is given up instead of waiting on", async () => {
    const { channel, id } = await oneMessage();
    await db.pool.query("UPDATE messages SET created_at = now() - interval '24 hours' WHERE id = $1", [id]);
    graph.answerInTurn({ kind: "reply", status: 500, body: "" });
    await server.deliver(channel.channelId);
    expect(await row(id)).toMatchObject({ status: "Failed" });
  });
});

/** The platform's ids of sends with a status that no message knows yet. */
async function waitingStatuses({ channelId }: TestChannel): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    "SELECT platform_message_id AS id FROM delivery_statuses WHERE channel_id = $1 ORDER BY 1",
    [channelId],
  );
  return rows.map(({ id }) => id);
}

describe("statuses", () => {
  test("fault 46: one that comes before the send's answer waits and is joined", async () => {
    const { channel, id } = await oneMessage();
    graph.answerWith(async () => {
      // Without our id: only the platform's id can join them, and that comes with the answer.
      await report(
        channel,
        { wamid: "wamid.TEST1", status: "delivered" },
        { wamid: "wamid.TEST1", status: "sent" },
      );
      await server.statuses.idle();
      return { kind: "accept" };
    });
    await server.deliver(channel.channelId);
    expect(await row(id)).toMatchObject({ status: "Delivered", platform_message_id: "wamid.TEST1" });
    expect(await waitingStatuses(channel)).toEqual([]);
  });

  test("fault 47: all orders of sent, delivered, read and failed, doubled, end the same", async () => {
    const channel = await createChannel(server);
    const ids: string[] = [];
    const orders = permutations(["sent", "delivered", "read", "failed"] as const);
    const conversationId = await createConversation(server, channel, "573001112233");
    ids.push(...(await queueTexts(server, channel, conversationId, orders.map(String))));
    await server.deliver(channel.channelId);
    await until(async () => (await statusesOf(server, ids)).every((status) => status === "Sent"));
    await Promise.all(
      orders.map(async (order, n) => {
        const wamid = graph.ledger.find(({ opaque }) => opaque === ids[n])?.wamid ?? "";
        for (const status of [...order, ...order]) await report(channel, { wamid, status, code: 131026 });
      }),
    );
    await server.settle();
    expect(new Set(await statusesOf(server, ids))).toEqual(new Set(["Read"]));
  });

  test("read is never taken back, and a failure stays unless the message proves delivered", async () => {
    const cases: [StatusLine["status"][], string][] = [
      [["read", "delivered", "sent"], "Read"],
      [["delivered", "failed"], "Delivered"],
      [["failed", "sent"], "Failed"],
      [["failed", "delivered"], "Delivered"],
    ];
    for (const [order, end] of cases) {
      const { channel, id } = await oneMessage();
      await server.deliver(channel.channelId);
      const wamid = graph.ledger.at(-1)?.wamid ?? "";
      for (const status of order) await report(channel, { wamid, status, code: 131047 });
      await server.settle();
      const settled = await row(id);
      expect(settled.status, order.join()).toBe(end);
      if (end === "Failed") expect(settled.error.message).toContain("24 hours");
      else expect(settled.error).toBeNull();
      const told = server.live.filter(
        (event) => event.event === "message:status" && event.payload.messageId === id,
      );
      // Each change was told once, in the order it happened.
      expect(new Set(told.map((event) => (event.payload as { status: string }).status)).size).toBe(
        told.length,
      );
    }
  });

  test("fault 47: statuses of sends made elsewhere are kept and disturb nothing", async () => {
    const { channel } = await oneMessage();
    expect(await report(channel, { wamid: "wamid.ELSEWHERE", status: "sent", opaque: "not-ours" })).toBe(200);
    await server.settle();
    expect(await waitingStatuses(channel)).toEqual(["wamid.ELSEWHERE"]);
  });

  test("fault 47: one that found no message within 7 days is forgotten", async () => {
    const { channel } = await oneMessage();
    for (const [wamid, days] of [
      ["wamid.OLD", 8],
      ["wamid.NEW", 6],
    ] as const) {
      await report(channel, { wamid, status: "sent", opaque: "not-ours" });
      await db.pool.query(
        "UPDATE delivery_statuses SET received_at = now() - make_interval(days => $2) WHERE platform_message_id = $1",
        [wamid, days],
      );
    }
    expect(await pruneStatuses(db.pool)).toBe(1);
    expect(await waitingStatuses(channel)).toEqual(["wamid.NEW"]);
  });

  test("one that comes again after its message knows it changes nothing and is kept no longer", async () => {
    const { channel, id } = await oneMessage();
    await server.deliver(channel.channelId);
    const wamid = graph.ledger.at(-1)?.wamid ?? "";
    const versions = async () =>
      (await db.pool.query("SELECT ctid::text, xmin::text FROM messages WHERE id = $1", [id])).rows;
    await report(channel, { wamid, status: "read" });
    await server.settle();
    const before = await versions();
    await report(channel, { wamid, status: "read" });
    await server.settle();
    expect(await versions()).toEqual(before);
    expect(await waitingStatuses(channel)).toEqual([]);
  });

  test("the sweep joins what a dead process left waiting, and wakes channels with something due", async () => {
    const { channel, id } = await oneMessage();
    await server.deliver(channel.channelId);
    const { rowCount } = await db.pool.query(
      `INSERT INTO delivery_statuses (workspace_id, channel_id, platform_message_id, status, at)
       SELECT workspace_id, channel_id, platform_message_id, 'read', now() FROM messages WHERE id = $1`,
      [id],
    );
    expect(rowCount).toBe(1);
    const waiting = await oneMessage();
    const woken: string[] = [];
    await sweepOutbox(server.runtime, server.statuses, (channelId) => woken.push(channelId));
    await server.statuses.idle();
    expect(await statusesOf(server, [id])).toEqual(["Read"]);
    expect(woken).toEqual([waiting.channel.channelId]);
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}
