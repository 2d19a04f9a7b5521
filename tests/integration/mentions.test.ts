/** Mentions of an Instagram account name only ids: who and what is asked of Meta, and becomes an item of a person. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyAccountNews } from "../../server/src/channels/apply-account-news.ts";
import { fetchDueMentions } from "../../server/src/mentions/fetch-mentions.ts";
import { GraphApi } from "../../server/src/meta/graph-api.ts";
import { useTestDatabase } from "../support/database.ts";
import { GraphStandIn, metaError } from "../support/graph-stand-in.ts";
import type { TestChannel } from "../support/graph-stand-in-server.ts";
import { flowOn, InboundWorld } from "../support/inbound-world.ts";

const db = useTestDatabase();
let graph: GraphStandIn;
let world: InboundWorld;
beforeAll(async () => {
  graph = await GraphStandIn.start();
  world = await InboundWorld.start(db, graph.url);
});
afterAll(async () => {
  await world.stop();
  await graph.stop();
});

const parts = () => ({
  runtime: world.server.runtime,
  directory: world.server.directory,
  graph: new GraphApi(world.server.runtime.config),
});

/** The account is mentioned, and Meta's next answers about it are these. */
async function mentioned(
  channel: TestChannel,
  value: object,
  ...answers: [number, unknown][]
): Promise<number> {
  graph.account.calls.length = 0;
  for (const [status, body] of answers)
    graph.account.failNext("GET", new RegExp(`^${channel.platformId}$`), status, body);
  await world.change(channel, "mentions", value, "instagram");
  // What is done about accounts leaves mentions alone.
  await applyAccountNews(parts());
  const asked = await fetchDueMentions(parts());
  await world.drain();
  return asked;
}

const fieldsAsked = () => graph.account.calls.map(({ query }) => query.get("fields"));
const rowsOf = (channel: TestChannel) =>
  world.rows(
    "SELECT kind, state, error, external_id FROM inbox_events WHERE channel_id = $1 ORDER BY id",
    channel.channelId,
  );

test("in a comment: its words are shown in the person's conversation, and start a flow", async () => {
  const account = await world.channel({ platform: "instagram" });
  await world.publish(account, flowOn({ type: "activity", activities: ["mention"] }, "¡Gracias!"));
  const comment = {
    id: "1801",
    text: "mirad @tienda",
    timestamp: new Date().toISOString().replace("Z", "+0000"),
    from: { id: "556677", username: "ana.r" },
  };
  const value = { media_id: "1790", comment_id: "1801" };
  expect(await mentioned(account, value, [200, { mentioned_comment: comment, id: account.platformId }])).toBe(
    1,
  );
  expect(fieldsAsked()[0]).toMatch(/^mentioned_comment\.comment_id\(1801\)\{.*text/);
  expect(await world.chat(account)).toEqual(["customer: mirad @tienda", "bot: ¡Gracias!"]);
  expect(await world.conversations(account)).toMatchObject([{ external_id: "556677" }]);
  // Told again, it is the same one.
  expect(await mentioned(account, value)).toBe(0);
  expect(await world.chat(account)).toHaveLength(2);
});

test("in a post, by name only: the person is there by that name, and nothing is sent to a name", async () => {
  const account = await world.channel({ platform: "instagram" });
  await world.publish(account, flowOn({ type: "activity", activities: ["mention"] }, "¡Gracias!"));
  const media = { id: "1791", caption: "con @tienda", username: "bea" };
  // A version that does not know all of the fields refuses them, and is asked for those it knows.
  await mentioned(
    account,
    { media_id: "1791" },
    [400, metaError(100, "Tried accessing nonexisting field (owner)")],
    [200, { mentioned_media: media }],
  );
  expect(fieldsAsked()).toHaveLength(2);
  expect(await world.conversations(account)).toMatchObject([{ external_id: "@bea" }]);
  await world.server.deliver(account.channelId);
  expect(
    await world.rows(
      "SELECT status, error ->> 'code' AS code FROM messages WHERE channel_id = $1 AND direction = 'out'",
      account.channelId,
    ),
  ).toEqual([{ status: "Failed", code: "name-only" }]);
});

test("what Meta does not give stays as it came, with the reason in the log", async () => {
  const account = await world.channel({ platform: "instagram" });
  const refused: [number, unknown] = [400, metaError(100, "no such comment")];
  await mentioned(account, { media_id: "1", comment_id: "2" }, refused, refused);
  await mentioned(account, { media_id: "3", comment_id: "4" }, [
    200,
    { mentioned_comment: { id: "4", text: "x" } },
  ]);
  expect(await rowsOf(account)).toMatchObject([
    { kind: "other", state: "ignored", error: expect.stringContaining("no such comment") },
    { kind: "other", state: "ignored", error: expect.stringContaining("does not say who") },
  ]);
  expect(
    await world.rows("SELECT error FROM webhook_log WHERE channel_id = $1 ORDER BY id", account.channelId),
  ).toMatchObject([
    { error: expect.stringContaining("no such comment") },
    { error: expect.stringContaining("who") },
  ]);
  expect(await world.conversations(account)).toEqual([]);
});

test("when Meta is away it is asked again a minute later, and for a day at most", async () => {
  const account = await world.channel({ platform: "instagram" });
  await mentioned(account, { media_id: "5", comment_id: "6" }, [500, "down"]);
  expect(await rowsOf(account)).toMatchObject([{ state: "account", error: expect.stringContaining("500") }]);
  expect(await fetchDueMentions(parts())).toBe(0);
  const age = (minutes: number) =>
    world.rows(
      "UPDATE inbox_events SET received_at = now() - make_interval(mins => $2) WHERE channel_id = $1",
      account.channelId,
      minutes,
    );
  await age(2);
  graph.account.failNext("GET", new RegExp(`^${account.platformId}$`), 200, {
    mentioned_comment: { text: "hola @tienda", from: { id: "9", username: "c" } },
  });
  expect(await fetchDueMentions(parts())).toBe(1);
  await world.drain();
  expect(await world.chat(account)).toEqual(["customer: hola @tienda"]);
  await mentioned(account, { media_id: "7", comment_id: "8" }, [500, "down"]);
  await age(3_000);
  graph.account.failNext("GET", new RegExp(`^${account.platformId}$`), 500, "down", 10);
  for (let n = 0; n < 8; n++) await fetchDueMentions(parts());
  expect((await rowsOf(account)).at(-1)).toMatchObject({ state: "ignored" });
});
