/** People from a table: checked row by row, brought in once, met again by the messages they write, never resubscribed. The reason for its length: one way from file to contact. */
import { beforeAll, describe, expect, test } from "vitest";
import { runImports } from "../../server/src/contact-imports/run-imports.ts";
import type { ContactImport, ImportMapping } from "../../server/src/contract/index.ts";
import { useApp } from "../support/app.ts";
import { postSigned, webhookBody } from "../support/graph-stand-in.ts";
import { until } from "../support/server-process.ts";

const SECRET = "the app's secret";
const PLATFORM_ID = "106512345";
const app = useApp({ META_APP_SECRET: SECRET });
let key = "";
let workspaceId = "";
const prisma = () => app.app.services.runtime.prisma;
const pool = () => app.app.services.runtime.pool;

beforeAll(async () => {
  key = await app.keyFor("admin");
  workspaceId = await app.workspaceId();
  const channel = {
    platform: "whatsapp",
    name: "Shop",
    platformId: PLATFORM_ID,
    accessToken: "t",
    appSecret: SECRET,
  };
  await app.call("POST", "/channels", { key, body: channel });
});

async function upload(body: string | Uint8Array<ArrayBuffer>, name = "people.csv", by = key) {
  const answer = await fetch(`${app.url}/api/v1/contact-imports?name=${name}`, {
    method: "POST",
    headers: { authorization: `Bearer ${by}`, "content-type": "text/csv" },
    body,
  });
  return { status: answer.status, json: Object(await answer.json()) };
}

const guessed = (made: ContactImport, more: Partial<ImportMapping> = {}): ImportMapping => ({
  columns: made.columns.map(({ guess }) => guess),
  callingCode: null,
  tags: [],
  consent: { type: "nothing-said" },
  ...more,
});

const check = async (made: ContactImport, mapping: ImportMapping) =>
  (await app.call("POST", `/contact-imports/${made.id}/check`, { key, body: { mapping } })).json;
const run = (id: string) => app.call("POST", `/contact-imports/${id}/run`, { key });
const get = async (id: string) => (await app.call("GET", `/contact-imports/${id}`, { key })).json;
const done = (id: string) => until(async () => (await get(id)).state === "done", "the import is done");

async function importTable(text: string, more: Partial<ImportMapping> = {}): Promise<ContactImport> {
  const { json } = await upload(text);
  await check(json, guessed(json, more));
  await run(json.id);
  await done(json.id);
  return get(json.id);
}
const people = (where: object) =>
  prisma().contact.findMany({
    where: { workspaceId, ...where },
    include: { tags: { include: { tag: true } }, topics: true },
  });

test("a table is understood by its headers, and a check says what would become of each row", async () => {
  await prisma().contact.create({
    data: { workspaceId, name: "Old Ana", phone: "+34600000001", fields: { city: "Lima" } },
  });
  await prisma().contact.create({ data: { workspaceId, name: "Ben", phone: "+34600000002" } });
  const { status, json } = await upload(
    "Teléfono;Nombre;Ciudad\n+34600000001;Ana;Quito\n+34600000002;Ben;\n+34600000003;Cleo;Cali\n34600000003;Cleo again;\n;Nobody;\nring me;X;\n",
  );
  expect([status, json.name, json.state, json.rowCount]).toEqual([201, "people.csv", "uploaded", 6]);
  expect(json.columns[2]).toEqual({
    header: "Ciudad",
    samples: ["Quito", "Cali"],
    guess: { to: "field", field: "Ciudad" },
  });
  expect((await app.call("GET", `/contact-imports/${json.id}/rows`, { key })).status).toBe(409);
  expect((await run(json.id)).json.error.code).toBe("not-checked");

  const checked = await check(json, guessed(json));
  expect([checked.state, checked.counts]).toEqual(["checked", { made: 1, changed: 1, same: 1, refused: 3 }]);
  const rows = async (query = "") =>
    (await app.call("GET", `/contact-imports/${json.id}/rows${query}`, { key })).json;
  const all = (await rows()).items.map((row: Record<string, unknown>) => [
    row.number,
    row.outcome,
    row.reason,
    row.about,
  ]);
  expect(all).toEqual([
    [1, "changed", null, null],
    [2, "same", null, null],
    [3, "made", null, null],
    [4, "refused", "doubled", "Teléfono"],
    [5, "refused", "no-phone", "Teléfono"],
    [6, "refused", "bad-phone", "Teléfono"],
  ]);
  const first = await rows("?outcome=refused&limit=2");
  const second = await rows(`?outcome=refused&limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ number }: { number: number }) => number)).toEqual([
    4, 5, 6,
  ]);
  expect(await people({ phone: "+34600000003" })).toEqual([]);

  await run(json.id);
  await done(json.id);
  expect(await get(json.id)).toMatchObject({
    counts: { made: 1, changed: 1, same: 1, refused: 3 },
    handled: 6,
  });
  expect(await people({ phone: "+34600000001" })).toMatchObject([
    { name: "Ana", fields: { city: "Lima", Ciudad: "Quito" } },
  ]);
  const refused = await app.call("GET", `/contact-imports/${json.id}/refused.csv`, { key });
  expect(refused.text.replace("\uFEFF", "").trim().split("\r\n")).toEqual([
    "Teléfono,Nombre,Ciudad,row,reason",
    "34600000003,Cleo again,,4,Teléfono: This phone number is in a row above.",
    ",Nobody,,5,Teléfono: There is no phone number.",
    "ring me,X,,6,Teléfono: This is no phone number that can be called.",
  ]);
  expect(await prisma().contactImportRow.count({ where: { importId: json.id } })).toBe(3);
  expect((await run(json.id)).json.error.code).toBe("already-started");
});

test("the same table twice changes nothing the second time", async () => {
  const table = "phone,name,tags\n+34611000001,Uno,a; b\n+34611000002,Dos,\n";
  expect((await importTable(table)).counts).toEqual({ made: 2, changed: 0, same: 0, refused: 0 });
  expect((await importTable(table)).counts).toEqual({ made: 0, changed: 0, same: 2, refused: 0 });
  const [one] = await people({ phone: "+34611000001" });
  expect(one?.tags.map(({ tag }) => tag.name).sort()).toEqual(["a", "b"]);
  expect((await importTable("phone,tags\n+34611000001,c\n")).counts).toMatchObject({ changed: 1 });
});

test("who was imported is met by the message they write, and is no second contact", async () => {
  await importTable("phone,name,city\n+34622000001,Imported Ana,Cali\n", { tags: ["fair"] });
  const [before] = await people({ phone: "+34622000001" });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const body = webhookBody(PLATFORM_ID, {
    contacts: [{ profile: { name: "anita" }, wa_id: "34622000001" }],
    messages: [{ from: "34622000001", id: "wamid.IMP1", timestamp, type: "text", text: { body: "hola" } }],
  });
  expect(await postSigned(`${app.url}/api/webhooks/meta`, SECRET, body)).toBe(200);
  await until(
    async () => (await prisma().message.count({ where: { platformMessageId: "wamid.IMP1" } })) === 1,
    "the message is there",
  );
  const after = await people({ phone: "+34622000001" });
  expect(after.map(({ id }) => id)).toEqual([before?.id]);
  const conversation = await prisma().conversation.findFirstOrThrow({
    where: { workspaceId, externalId: "34622000001" },
  });
  expect(conversation.contactId).toBe(before?.id);
  expect(after[0]).toMatchObject({ name: "Imported Ana", fields: { city: "Cali" } });
  // And the other way round: who wrote first is found by the number, also when the contact's own is another one by now.
  await pool().query("UPDATE contacts SET phone = '+34622999999' WHERE workspace_id = $1 AND id = $2", [
    workspaceId,
    before?.id,
  ]);
  expect((await importTable("phone,city\n+34622000001,Quito\n")).counts).toMatchObject({
    made: 0,
    changed: 1,
  });
  expect(await people({ id: before?.id })).toMatchObject([
    { phone: "+34622999999", fields: { city: "Quito" } },
  ]);
});

test("a number that WhatsApp writes in another way is the same person, whoever comes first", async () => {
  const says = (from: string, id: string) =>
    postSigned(
      `${app.url}/api/webhooks/meta`,
      SECRET,
      webhookBody(PLATFORM_ID, {
        contacts: [{ profile: { name: "x" }, wa_id: from }],
        messages: [
          {
            from,
            id,
            timestamp: String(Math.floor(Date.now() / 1_000)),
            type: "text",
            text: { body: "hola" },
          },
        ],
      }),
    );
  const heard = (id: string) =>
    until(
      async () => (await prisma().message.count({ where: { platformMessageId: id } })) === 1,
      "it is there",
    );
  await importTable("phone,name\n+52 55 1234 5678,Imported\n");
  await says("5215512345678", "wamid.MX1");
  await says("551187654321", "wamid.BR1");
  await Promise.all([heard("wamid.MX1"), heard("wamid.BR1")]);
  expect((await importTable("phone,name\n+55 11 98765-4321,Wrote first\n")).counts).toMatchObject({
    changed: 1,
  });
  for (const [externalId, name] of [
    ["5215512345678", "Imported"],
    ["551187654321", "Wrote first"],
  ] as const) {
    const { contactId } = await prisma().conversation.findFirstOrThrow({
      where: { workspaceId, externalId },
    });
    expect(await people({ id: contactId })).toMatchObject([{ name }]);
    expect(await people({ name })).toHaveLength(1);
  }
});

describe("consent", () => {
  test("has to be chosen: a mapping without it is refused", async () => {
    const { json } = await upload("phone\n+34633000001\n");
    const { consent: _, ...mapping } = guessed(json);
    const answer = await app.call("POST", `/contact-imports/${json.id}/check`, { key, body: { mapping } });
    expect([answer.status, answer.json.error.code]).toEqual([400, "bad-request"]);
  });

  test("of a table never resubscribes who opted out, of everything or of a topic", async () => {
    const optedOutAt = new Date("2026-01-01T00:00:00Z");
    await prisma().contact.create({ data: { workspaceId, phone: "+34633000001", optedOutAt } });
    const said = await prisma().contact.create({ data: { workspaceId, phone: "+34633000002" } });
    await prisma().contactTopic.create({
      data: { workspaceId, contactId: said.id, topic: "offers", state: "out", at: optedOutAt },
    });
    const table =
      "phone,ok\n+34633000001,yes\n+34633000002,yes\n+34633000003,sí\n+34633000004,no\n+34633000005,\n+34633000006,maybe\n";
    const { json } = await upload(table);
    const [phone] = guessed(json).columns;
    if (!phone) throw new Error("no column");
    const mapping = guessed(json, {
      columns: [phone, { to: "nothing" }],
      consent: { type: "column", column: 1, topic: "offers" },
    });
    expect((await check(json, mapping)).counts).toMatchObject({ made: 3, refused: 1 });
    await run(json.id);
    await done(json.id);
    const found = await people({ phone: { startsWith: "+346330000" } });
    expect(
      found
        .sort((a, b) => ((a.phone ?? "") < (b.phone ?? "") ? -1 : 1))
        .map(({ optedOutAt, topics }) => [
          optedOutAt !== null,
          topics.map(({ topic, state }) => `${topic} ${state}`).join(),
        ]),
    ).toEqual([
      [true, ""],
      [false, "offers out"],
      [false, "offers in"],
      [true, ""],
      [false, ""],
    ]);
    expect(found[0]?.optedOutAt).toEqual(optedOutAt);
    await importTable("phone\n+34633000001\n+34633000002\n", {
      consent: { type: "all-agreed", topic: "offers" },
    });
    expect(await prisma().contactTopic.count({ where: { workspaceId, topic: "offers", state: "in" } })).toBe(
      1,
    );
  });
});

test("what is too large, empty or no table is refused before anything is stored", async () => {
  const before = await prisma().contactImport.count();
  const refused = async (body: string | Uint8Array<ArrayBuffer>) => {
    const { status, json } = await upload(body);
    return [status, json.error?.code];
  };
  expect(await refused("")).toEqual([400, "empty"]);
  expect(await refused("phone,name\n")).toEqual([400, "empty"]);
  expect(await refused(new Uint8Array(10 * 1024 * 1024 + 1).fill(65))).toEqual([413, "too-large"]);
  expect(await refused(`phone\n${"1\n".repeat(50_001)}`)).toEqual([422, "too-large"]);
  expect(await refused(`${"a,".repeat(100)}a\n1\n`)).toEqual([422, "too-large"]);
  expect(await prisma().contactImport.count()).toBe(before);
  for (const role of ["viewer", "agent", "editor"] as const)
    expect((await upload("phone\n1\n", "x.csv", await app.keyFor(role))).status).toBe(403);
});

test("tables of spreadsheets are read in their own encodings", async () => {
  const text = "phone;name\r\n+34644000001;Íñigo “é”\r\n";
  const latin = Uint8Array.from("phone;name\r\n+34644000001;\xcd\xf1igo\r\n", (char) => char.charCodeAt(0));
  for (const bytes of [
    Buffer.from(`\uFEFF${text}`),
    Buffer.from(`\uFEFF${text.replaceAll(";", "\t")}`, "utf16le"),
    latin,
  ]) {
    const { json } = await upload(new Uint8Array(bytes));
    expect(json.columns.map(({ header }: { header: string }) => header)).toEqual(["phone", "name"]);
    expect(json.columns[1].samples[0]).toMatch(/^Íñigo/);
  }
});

test("a run that is cut off between batches goes on where it was, and makes nobody twice", async () => {
  const rows = Array.from({ length: 1_200 }, (_, n) => `+34655${String(n).padStart(6, "0")},Person ${n}`);
  const { json } = await upload(`phone,name\n${rows.join("\n")}\n`);
  const checked = await check(json, guessed(json));
  expect(checked.counts).toEqual({ made: 1_200, changed: 0, same: 0, refused: 0 });
  await run(json.id);
  // Several processes at once, each for a batch, and each as if it died after it.
  await Promise.all(Array.from({ length: 6 }, () => runImports(app.app.services.runtime, 1)));
  await done(json.id);
  expect((await get(json.id)).counts).toMatchObject({ made: 1_200 });
  expect(await prisma().contact.count({ where: { workspaceId, phone: { startsWith: "+34655" } } })).toBe(
    1_200,
  );
  expect(await prisma().contactImportRow.count({ where: { importId: json.id } })).toBe(0);
});

test("one can be taken away, and nobody of another workspace is touched", async () => {
  const { json } = await upload("phone\n+34666000001\n");
  await check(json, guessed(json));
  const stranger = await app.stranger();
  expect(
    (await app.call("GET", `/contact-imports/${json.id}/refused.csv`, { key: stranger.key })).status,
  ).toBe(404);
  expect((await app.call("DELETE", `/contact-imports/${json.id}`, { key })).status).toBe(204);
  expect((await run(json.id)).status).toBe(404);
  expect(await people({ phone: "+34666000001" })).toEqual([]);

  await prisma().contact.create({
    data: { workspaceId: stranger.workspaceId, phone: "+34666000002", name: "Theirs" },
  });
  await importTable("phone,name\n+34666000002,Ours\n");
  expect(
    await prisma().contact.findMany({ where: { phone: "+34666000002" }, select: { name: true } }),
  ).toHaveLength(2);
});

test("who is erased is in no table that waits, either", async () => {
  await importTable("phone\n+34677000001\n");
  const { json } = await upload(
    "phone,name\n+34677000001,Secret\n+34677000001,Secret again\n+34677000002,Other\n",
  );
  await check(json, guessed(json));
  const [person] = await people({ phone: "+34677000001" });
  expect((await app.call("DELETE", `/contacts/${person?.id}`, { key })).status).toBe(204);
  const left = await prisma().contactImportRow.findMany({ where: { importId: json.id } });
  expect(left.map(({ phone }) => phone)).toEqual(["+34677000002"]);
});
