/** Contacts as a table: everybody the filter finds, once, with nothing in it that a spreadsheet would run. */
import Papa from "papaparse";
import { beforeAll, expect, test } from "vitest";
import { useApp } from "../support/app.ts";

const app = useApp();
let key = "";
let workspaceId = "";
const prisma = () => app.app.services.runtime.prisma;
const table = async (query = "") => {
  const answer = await app.call("GET", `/contacts/export.csv${query}`, { key });
  return Papa.parse<Record<string, string>>(answer.text, { header: true, skipEmptyLines: true }).data;
};

beforeAll(async () => {
  key = await app.keyFor("admin");
  workspaceId = await app.workspaceId();
  const optedOutAt = new Date("2026-05-01T10:00:00.000Z");
  const people = [
    {
      name: '=HYPERLINK("http://x","y")',
      phone: "+573001112233",
      fields: { city: "@SUM(1)", name: "other" },
    },
    {
      name: 'María, de los "Ñ"\nde abajo',
      email: "m@b.co",
      language: "es",
      optedOutAt,
      fields: { age: 31, list: ["a"] },
    },
    { name: "-1+1", fields: { city: "\t=1" } },
  ];
  for (const person of people) await prisma().contact.create({ data: { workspaceId, ...person } });
  const { id } = await prisma().contact.findFirstOrThrow({ where: { email: "m@b.co" } });
  await app.call("PATCH", `/contacts/${id}`, { key, body: { tags: ["vip", "Lima, Perú"] } });
});

test("has a row for each and a column for each field, guarded against formulas", async () => {
  const rows = await table();
  expect(Object.keys(rows[0] ?? {})).toEqual(
    "name phone email language tags opted_out marketing_opted_out last_wrote created age city list fields.name".split(
      " ",
    ),
  );
  expect(rows.map(({ name, phone, email, city }) => [name, phone, email, city])).toEqual([
    [`'=HYPERLINK("http://x","y")`, "'+573001112233", "", "'@SUM(1)"],
    ['María, de los "Ñ"\nde abajo', "", "m@b.co", ""],
    ["'-1+1", "", "", "'\t=1"],
  ]);
  expect(rows[1]).toMatchObject({
    language: "es",
    tags: "Lima, Perú; vip",
    opted_out: "2026-05-01T10:00:00.000Z",
    age: "31",
    list: '["a"]',
  });
  expect(rows[0]?.["fields.name"]).toBe("other");
});

test("has whom the filter finds, and is marked for spreadsheets when they ask", async () => {
  const filter = encodeURIComponent(JSON.stringify({ all: [{ type: "opted-out", op: "no" }] }));
  expect((await table(`?filter=${filter}`)).map(({ name }) => name)).toHaveLength(2);
  expect(await table("?search=maria&tag=vip")).toHaveLength(1);
  const answer = await fetch(`${app.url}/api/v1/contacts/export.csv?bom=true`, {
    headers: { authorization: `Bearer ${key}` },
  });
  expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="contacts-\d{4}-\d\d-\d\d\.csv"$/,
  );
});

test("is for those who may export, is written down, and has nobody of another workspace", async () => {
  for (const role of ["viewer", "agent", "editor"] as const) {
    const refused = await app.call("GET", "/contacts/export.csv", { key: await app.keyFor(role) });
    expect([role, refused.status, refused.json.error.code]).toEqual([role, 403, "forbidden"]);
  }
  expect((await app.call("GET", "/contacts/export.csv")).status).toBe(401);
  const before = await prisma().auditLog.count({ where: { action: "contacts-exported" } });
  await table();
  expect(await prisma().auditLog.count({ where: { workspaceId, action: "contacts-exported" } })).toBe(
    before + 1,
  );
  const stranger = await app.stranger();
  const theirs = await app.call("GET", "/contacts/export.csv", { key: stranger.key });
  expect(theirs.text.trim().split("\r\n")).toHaveLength(1);
  for (const query of ["?filter=%7B", "?segmentId=00000000-0000-7000-8000-000000000009", "?bom=maybe"]) {
    const { status, json } = await app.call("GET", `/contacts/export.csv${query}`, { key });
    expect([400, 404]).toContain(status);
    expect(json.error.message).not.toBe("");
  }
});

test("of more than a few thousand nobody is missed or there twice", async () => {
  await app.app.services.runtime.pool.query(
    `INSERT INTO contacts (workspace_id, id, name)
     SELECT $1, gen_random_uuid(), 'Many ' || n FROM generate_series(1, 2500) AS n`,
    [workspaceId],
  );
  const names = (await table("?search=many")).map(({ name }) => name);
  expect([names.length, new Set(names).size]).toEqual([2500, 2500]);
});
