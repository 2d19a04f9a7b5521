/** Contacts as their page reads them: found by words, tag and channel, with all that is known, and with the merges that can be undone. */
import { beforeAll, expect, test } from "vitest";
import { newId } from "../../server/src/db/ids.ts";
import { useApp } from "../support/app.ts";

const app = useApp();
let key = "";
let workspaceId = "";
const ids: Record<string, string> = {};
const channels: Record<string, string> = {};

const prisma = () => app.app.services.runtime.prisma;
const get = (path: string) => app.call("GET", path, { key });
const namesOf = async (query: string) =>
  (await get(`/contacts?${query}`)).json.items.map(({ name }: { name: string }) => name);

async function person(name: string, channel: string, tags: string[], more: object = {}): Promise<void> {
  const contact = await prisma().contact.create({ data: { workspaceId, name, ...more } });
  ids[name] = contact.id;
  const channelId = channels[channel] ?? "";
  const externalId = `57${name}`;
  await prisma().contactIdentity.create({
    data: { workspaceId, channelId, externalId, contactId: contact.id, kind: "wa_id" },
  });
  await prisma().conversation.create({
    data: { workspaceId, channelId, externalId, contactId: contact.id, shard: 1, lastInboundAt: HEARD },
  });
  await app.call("PATCH", `/contacts/${contact.id}`, { key, body: { tags } });
}

const HEARD = new Date("2026-05-01T10:00:00.000Z");

beforeAll(async () => {
  key = await app.keyFor("owner");
  workspaceId = await app.workspaceId();
  for (const name of ["Shop", "Help"]) {
    const made = {
      workspaceId,
      id: newId(),
      platform: "whatsapp",
      name,
      platformId: `1${name.length}${name}`,
    };
    channels[name] = (await prisma().channel.create({ data: made })).id;
  }
  await person("Ana", "Shop", ["vip", "new"], { email: "ana@b.co", phone: "+573001" });
  await person("Ben", "Shop", ["new"], { optedOutAt: HEARD });
  await person("Cleo", "Help", ["vip"], { fields: { city: "Cali" } });
});

test("are found by tag, by channel, by words, and by all of them; each once, newest first", async () => {
  expect(await namesOf("")).toEqual(["Cleo", "Ben", "Ana"]);
  expect(await namesOf("tag=vip")).toEqual(["Cleo", "Ana"]);
  expect(await namesOf(`channelId=${channels.Shop}`)).toEqual(["Ben", "Ana"]);
  expect(await namesOf(`channelId=${channels.Shop}&tag=vip`)).toEqual(["Ana"]);
  expect(await namesOf("search=B.CO")).toEqual(["Ana"]);
  expect(await namesOf("tag=vip&search=ben")).toEqual([]);
  expect(await namesOf("tag=none")).toEqual([]);
});

test("come a page at a time under a filter, and none is missed or seen twice", async () => {
  const first = (await get("/contacts?tag=vip&limit=1")).json;
  const second = (await get(`/contacts?tag=vip&limit=1&cursor=${first.nextCursor}`)).json;
  expect([...first.items, ...second.items].map(({ name }: { name: string }) => name)).toEqual([
    "Cleo",
    "Ana",
  ]);
  expect(second.nextCursor).toBeNull();
});

test("nobody of another workspace is found", async () => {
  const other = await app.stranger();
  const found = await app.call("GET", `/contacts?tag=vip&channelId=${channels.Shop}`, { key: other.key });
  expect(found.json.items).toEqual([]);
});

test("one is told with consent, conversations, and when they were last heard", async () => {
  await prisma().contactTopic.create({
    data: { workspaceId, contactId: ids.Ben ?? "", topic: "offers", state: "out", at: HEARD },
  });
  expect((await get(`/contacts/${ids.Ben}`)).json).toMatchObject({
    name: "Ben",
    email: null,
    optedOutAt: HEARD.toISOString(),
    marketingOptedOutAt: null,
    lastHeardAt: HEARD.toISOString(),
    topics: [{ topic: "offers", state: "out", at: HEARD.toISOString() }],
    conversations: [
      { channelId: channels.Shop, channelName: "Shop", platform: "whatsapp", lastMessageAt: null },
    ],
    merges: [],
    mergedInto: null,
  });
});

test("a merge is named with the contact until it is undone", async () => {
  const { json } = await app.call("POST", `/contacts/${ids.Ana}/merge`, { key, body: { other: ids.Cleo } });
  expect(json.contact).toMatchObject({
    fields: { city: "Cali" },
    merges: [{ id: json.mergeId, name: "Cleo" }],
  });
  expect((await get(`/contacts/${ids.Cleo}`)).json.mergedInto).toBe(ids.Ana);
  expect(await namesOf("")).toEqual(["Ben", "Ana"]);
  expect((await app.call("POST", `/contact-merges/${json.mergeId}/undo`, { key })).json.name).toBe("Cleo");
  expect((await get(`/contacts/${ids.Ana}`)).json).toMatchObject({ merges: [], fields: {} });
  expect(await namesOf("")).toEqual(["Cleo", "Ben", "Ana"]);
});

test("leads name their contact, and are listed by state and channel", async () => {
  const lead = { workspaceId, channelId: channels.Shop ?? "", createdAt: HEARD };
  await prisma().lead.create({
    data: { ...lead, platformId: "1", state: "done", fields: { city: "Cali" }, contactId: ids.Ana ?? null },
  });
  await prisma().lead.create({ data: { ...lead, platformId: "2", state: "failed", error: "No." } });
  const leads = async (query: string) =>
    (await get(`/leads?${query}`)).json.items.map((one: { leadId: string; contactName: string | null }) => [
      one.leadId,
      one.contactName,
    ]);
  expect(await leads("state=done")).toEqual([["1", "Ana"]]);
  expect(await leads(`state=failed&channelId=${channels.Shop}`)).toEqual([["2", null]]);
  expect(await leads(`channelId=${channels.Help}`)).toEqual([]);
});

test("are found whatever the accents, the order of words and the spaces of a number", async () => {
  await person("María Ñandú", "Help", [], { phone: "+34600000003" });
  for (const search of ["nandu maria", "MARIA", "Ñandú", "+34 600 000 003", "600-000-003"])
    expect(await namesOf(`search=${encodeURIComponent(search)}`), search).toEqual(["María Ñandú"]);
  expect(await namesOf("search=maria%20ben")).toEqual([]);
  expect(await namesOf("search=%25")).toEqual([]);
});
