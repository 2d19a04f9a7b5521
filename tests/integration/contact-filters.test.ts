/** Filters of contacts on a real database: each comparison finds whom it says, hostile names stay text, segments are filters with names. The reason for its length: every comparison is in it. */
import { beforeAll, expect, test } from "vitest";
import { type ContactFilter, contactCondition } from "../../server/src/contract/index.ts";
import { newId } from "../../server/src/db/ids.ts";
import { useApp } from "../support/app.ts";

const app = useApp();
let key = "";
let workspaceId = "";
const channels: Record<string, string> = {};

const prisma = () => app.app.services.runtime.prisma;
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
const dayText = (days: number) => daysAgo(days).toISOString().slice(0, 10);

type Entry = Record<string, unknown>;
const ask = (filter: unknown, more = "") =>
  app.call("GET", `/contacts?filter=${encodeURIComponent(JSON.stringify(filter))}${more}`, { key });
async function found(filter: unknown, more = ""): Promise<string> {
  const { status, json } = await ask(filter, more);
  expect([status, json.error]).toEqual([200, undefined]);
  const names: string[] = json.items.map(({ name }: { name: string | null }) => name ?? "-");
  return names.sort().join(" ");
}
const count = async (body: object) => (await app.call("POST", "/contacts/count", { key, body })).json.count;

interface Person {
  tags?: string[];
  channel?: string;
  heardDaysAgo?: number;
  live?: boolean;
  topics?: Record<string, string>;
}

async function person(name: string, data: object, more: Person = {}): Promise<void> {
  const { id: contactId } = await prisma().contact.create({ data: { workspaceId, name, ...data } });
  const channelId = channels[more.channel ?? ""];
  if (channelId) {
    const place = { workspaceId, channelId, externalId: `of ${name}`, contactId };
    await prisma().contactIdentity.create({ data: { ...place, kind: "wa_id" } });
    const lastInboundAt = more.heardDaysAgo === undefined ? null : daysAgo(more.heardDaysAgo);
    const { id } = await prisma().conversation.create({ data: { ...place, shard: 1, lastInboundAt } });
    const run = {
      workspaceId,
      conversationId: id,
      contactId,
      channelId,
      flowId: newId(),
      flowVersionId: newId(),
    };
    await prisma().session.create({
      data: { ...run, status: more.live ? "Paused" : "Completed", state: {} },
    });
  }
  for (const [topic, state] of Object.entries(more.topics ?? {}))
    await prisma().contactTopic.create({ data: { workspaceId, contactId, topic, state, at: new Date() } });
  if (more.tags) await app.call("PATCH", `/contacts/${contactId}`, { key, body: { tags: more.tags } });
}

beforeAll(async () => {
  key = await app.keyFor("owner");
  workspaceId = await app.workspaceId();
  for (const [name, platform] of [
    ["shop", "whatsapp"],
    ["page", "messenger"],
  ] as const) {
    const { id } = await prisma().channel.create({
      data: { workspaceId, platform, name, platformId: `1${name}` },
    });
    channels[name] = id;
  }
  await person(
    "Ana",
    {
      phone: "+573001112233",
      email: "ana@b.co",
      language: "es_MX",
      fields: { city: "Bogotá", age: 31, born: "1990-05-02", member: true, seen: dayText(3) },
    },
    { tags: ["vip", "new"], channel: "shop", heardDaysAgo: 2, live: true, topics: { offers: "in" } },
  );
  await person(
    "Ben",
    {
      phone: "+34600000001",
      language: "es",
      optedOutAt: new Date(),
      createdAt: daysAgo(40),
      fields: { city: "Cali", age: "9", born: "2001-02-31", member: "False", seen: dayText(30) },
    },
    { tags: ["new"], channel: "page", heardDaysAgo: 60, topics: { offers: "out" } },
  );
  await person("Cleo", {
    language: "est",
    marketingOptedOutAt: new Date(),
    fields: { city: "", age: "nine", born: "in May", member: 1 },
  });
  await person(
    "Dan",
    { email: "dan@b.co", fields: { city: "bogota norte", age: -4.5, seen: dayText(-2) } },
    {
      channel: "shop",
    },
  );
});

const CASES: readonly [Entry, string][] = [
  [{ type: "tag", op: "has", tag: "new" }, "Ana Ben"],
  [{ type: "tag", op: "has-not", tag: "vip" }, "Ben Cleo Dan"],
  [{ type: "field-text", field: "city", op: "is", value: "BOGOTA" }, "Ana"],
  [{ type: "field-text", field: "city", op: "is-not", value: "bogotá" }, "Ben Cleo Dan"],
  [{ type: "field-text", field: "city", op: "contains", value: "gotá" }, "Ana Dan"],
  [{ type: "field-text", field: "city", op: "contains-not", value: "gota" }, "Ben Cleo"],
  [{ type: "field-text", field: "city", op: "contains", value: "%" }, ""],
  [{ type: "field-number", field: "age", op: "is", value: 9 }, "Ben"],
  [{ type: "field-number", field: "age", op: "is-not", value: 9 }, "Ana Cleo Dan"],
  [{ type: "field-number", field: "age", op: "greater", value: 8.5 }, "Ana Ben"],
  [{ type: "field-number", field: "age", op: "less", value: 9 }, "Dan"],
  [{ type: "field-date", field: "born", op: "is", value: "1990-05-02" }, "Ana"],
  [{ type: "field-date", field: "born", op: "before", value: "2001-03-01" }, "Ana Ben"],
  [{ type: "field-date", field: "born", op: "after", value: "1990-05-02" }, "Ben"],
  [{ type: "field-recent", field: "seen", op: "within", days: 7 }, "Ana"],
  [{ type: "field-recent", field: "seen", op: "not-within", days: 7 }, "Ben Cleo Dan"],
  [{ type: "field-boolean", field: "member", op: "true" }, "Ana"],
  [{ type: "field-boolean", field: "member", op: "false" }, "Ben"],
  [{ type: "field-known", field: "city", op: "set" }, "Ana Ben Dan"],
  [{ type: "field-known", field: "city", op: "not-set" }, "Cleo"],
  [{ type: "language", op: "is", value: "ES" }, "Ana Ben"],
  [{ type: "language", op: "is", value: "es-mx" }, "Ana"],
  [{ type: "language", op: "is-not", value: "es" }, "Cleo Dan"],
  [{ type: "channel", op: "is", channelId: "shop" }, "Ana Dan"],
  [{ type: "channel", op: "is-not", channelId: "shop" }, "Ben Cleo"],
  [{ type: "platform", op: "is", platform: "messenger" }, "Ben"],
  [{ type: "platform", op: "is-not", platform: "messenger" }, "Ana Cleo Dan"],
  [{ type: "name", op: "contains", value: "DÁN" }, "Dan"],
  [{ type: "name", op: "contains-not", value: "an" }, "Ben Cleo"],
  [{ type: "phone", op: "contains", value: "300 111-22" }, "Ana"],
  [{ type: "phone", op: "contains-not", value: "+57" }, "Ben Cleo Dan"],
  [{ type: "email", op: "contains", value: "@B.CO" }, "Ana Dan"],
  [{ type: "email", op: "contains-not", value: "ana" }, "Ben Cleo Dan"],
  [{ type: "known", what: "email", op: "set" }, "Ana Dan"],
  [{ type: "known", what: "phone", op: "not-set" }, "Cleo Dan"],
  [{ type: "opted-out", op: "no" }, "Ana Dan"],
  [{ type: "opted-out", op: "yes" }, "Ben"],
  [{ type: "opted-out", op: "marketing" }, "Cleo"],
  [{ type: "topic", op: "in", topic: "offers" }, "Ana"],
  [{ type: "topic", op: "out", topic: "offers" }, "Ben"],
  [{ type: "last-wrote", op: "within", days: 30 }, "Ana"],
  [{ type: "last-wrote", op: "before", days: 30 }, "Ben"],
  [{ type: "never-wrote", op: "true" }, "Cleo Dan"],
  [{ type: "never-wrote", op: "false" }, "Ana Ben"],
  [{ type: "created", op: "within", days: 7 }, "Ana Cleo Dan"],
  [{ type: "created", op: "before", days: 7 }, "Ben"],
  [{ type: "session", op: "live" }, "Ana"],
  [{ type: "session", op: "none" }, "Ben Cleo Dan"],
];
const withChannel = (entry: Entry): Entry =>
  entry.type === "channel" ? { ...entry, channelId: channels[String(entry.channelId)] } : entry;

test.each(CASES.map(([entry, names]) => [JSON.stringify(entry), entry, names] as const))(
  "%s finds whom it says",
  async (_text, entry, names) => {
    expect(await found({ all: [withChannel(entry)] })).toBe(names);
  },
);

test("every comparison that there is has been asked for above", () => {
  const asked = new Set(CASES.map(([{ type, op }]) => `${type} ${op}`));
  const all = contactCondition.options.flatMap(({ shape: { type, op } }) =>
    ("options" in type ? type.options : [...type.values]).flatMap((name) =>
      op.options.map((each) => `${name} ${each}`),
    ),
  );
  expect(all.length).toBeGreaterThan(40);
  expect(all.filter((each) => !asked.has(each))).toEqual([]);
});

const CITY = { type: "field-text", field: "city", op: "contains", value: "bogota" };
const NEW = { type: "tag", op: "has", tag: "new" };
const VIP = { type: "tag", op: "has", tag: "vip" };

test("all or any of the conditions hold, and a group counts as one of them", async () => {
  expect(await found({ all: [CITY, NEW] })).toBe("Ana");
  expect(await found({ any: [CITY, NEW] })).toBe("Ana Ben Dan");
  expect(await found({ all: [NEW, { any: [VIP, { type: "opted-out", op: "yes" }] }] })).toBe("Ana Ben");
  expect(await found({ any: [{ all: [CITY, VIP] }, { type: "opted-out", op: "marketing" }] })).toBe(
    "Ana Cleo",
  );
  expect(await found({ all: [] })).toBe("Ana Ben Cleo Dan");
});

test("goes together with words, tag, channel and pages", async () => {
  expect(await found({ all: [CITY] }, "&search=dan")).toBe("Dan");
  expect(await found({ any: [CITY, NEW] }, `&tag=new&channelId=${channels.page}`)).toBe("Ben");
  const first = (await ask({ any: [CITY, NEW] }, "&limit=2")).json;
  const second = (await ask({ any: [CITY, NEW] }, `&limit=2&cursor=${first.nextCursor}`)).json;
  expect([...first.items, ...second.items].map(({ name }: { name: string }) => name)).toEqual([
    "Dan",
    "Ana",
    "Ben",
  ]);
  expect(await count({ filter: { any: [CITY, NEW] } })).toBe(3);
  expect(await count({ filter: { any: [CITY, NEW] }, search: "an" })).toBe(2);
  expect(await count({})).toBe(4);
});

test("hostile names and values are text and nothing else", async () => {
  const hostile = [
    "'; DROP TABLE contacts; --",
    "city' OR true OR 'x",
    '") OR 1=1 --',
    "$1",
    "$2::uuid",
    "\\",
    "%_",
    "{{ contact.name }}",
    "__proto__",
    "💥\ud800",
  ];
  for (const text of hostile) {
    for (const entry of [
      { type: "field-text", field: text, op: "is", value: text },
      { type: "field-number", field: text, op: "greater", value: 0 },
      { type: "field-date", field: text, op: "after", value: "1900-01-01" },
      { type: "tag", op: "has", tag: text },
      { type: "topic", op: "in", topic: text },
      { type: "email", op: "contains", value: text },
      { type: "language", op: "is", value: text.slice(0, 30) },
    ])
      expect(await found({ all: [entry] }), JSON.stringify(entry)).toBe("");
  }
  await person("Eve", { fields: { [hostile[0] ?? ""]: hostile[1] } });
  expect(await found({ all: [{ type: "field-text", field: hostile[0], op: "is", value: hostile[1] }] })).toBe(
    "Eve",
  );
  await prisma().contact.deleteMany({ where: { workspaceId, name: "Eve" } });
  expect(await count({})).toBe(4);
});

test("what is no filter, or more than thirty conditions, is refused with a reason", async () => {
  const many = Array.from({ length: 16 }, () => NEW);
  const refused = async (filter: unknown) => {
    const { status, json } = await ask(filter);
    return [status, json.error?.code];
  };
  for (const filter of [
    { all: [{ all: many }, { any: many }] },
    { any: [] },
    { all: [{ any: [] }] },
    { all: [{ type: "tag", op: "has" }] },
    { all: [{ type: "field-text", field: "a\u0000b", op: "is", value: "x" }] },
    { all: [{ any: [{ all: [NEW] }] }] },
    { all: [NEW], any: [NEW] },
    { all: [{ ...NEW, sql: "true" }] },
    [],
    null,
  ])
    expect([filter, ...(await refused(filter))]).toEqual([filter, 400, "bad-request"]);
  const noJson = await app.call("GET", "/contacts?filter=%7Ball", { key });
  expect([noJson.status, noJson.json.error.message]).toEqual([400, "filter: The filter is not JSON."]);
  expect(await found({ all: [{ all: many.slice(0, 14) }, { any: many }] })).toBe("Ana Ben");
});

test("a segment is kept by its name, counted live, changed and removed", async () => {
  const filter: ContactFilter = { all: [{ type: "tag", op: "has", tag: "new" }] };
  const made = await app.call("POST", "/segments", { key, body: { name: "  Newcomers ", filter } });
  expect([made.status, made.json]).toEqual([201, expect.objectContaining({ name: "Newcomers", filter })]);
  const { id } = made.json;
  expect((await app.call("GET", `/segments/${id}`, { key })).json.count).toBe(2);
  await person("Fay", {}, { tags: ["new"] });
  expect((await app.call("GET", `/segments/${id}`, { key })).json.count).toBe(3);
  expect(await count({ segmentId: id, tag: "vip" })).toBe(1);
  const list = await app.call("GET", `/contacts?segmentId=${id}&search=fay`, { key });
  expect(list.json.items).toHaveLength(1);

  const again = await app.call("POST", "/segments", { key, body: { name: "Newcomers", filter } });
  expect([again.status, again.json.error.message]).toEqual([
    409,
    "There is a segment called Newcomers already.",
  ]);
  await app.call("POST", "/segments", { key, body: { name: "All", filter: { all: [] } } });
  const clash = await app.call("PATCH", `/segments/${id}`, { key, body: { name: "All" } });
  expect(clash.status).toBe(409);
  const changed = await app.call("PATCH", `/segments/${id}`, {
    key,
    body: { name: "New and VIP", filter: { all: [NEW, VIP] } },
  });
  expect([changed.status, changed.json.name]).toEqual([200, "New and VIP"]);
  expect((await app.call("GET", `/segments/${id}`, { key })).json.count).toBe(1);
  const names = (await app.call("GET", "/segments", { key })).json.items.map(
    ({ name }: { name: string }) => name,
  );
  expect(names).toEqual(["All", "New and VIP"]);
  expect((await app.call("DELETE", `/segments/${id}`, { key })).status).toBe(204);
  expect((await app.call("GET", `/contacts?segmentId=${id}`, { key })).status).toBe(404);
});

test("nobody of another workspace is found or counted, by no filter and no segment", async () => {
  const stranger = await app.stranger();
  const segment = await app.call("POST", "/segments", { key, body: { name: "Mine", filter: { all: [] } } });
  const theirs = await app.call("GET", `/contacts?segmentId=${segment.json.id}`, { key: stranger.key });
  expect(theirs.status).toBe(404);
  for (const filter of [{ all: [] }, { any: [{ type: "never-wrote", op: "true" }, NEW] }]) {
    const counted = await app.call("POST", "/contacts/count", { key: stranger.key, body: { filter } });
    expect(counted.json).toEqual({ count: 0 });
  }
});
