/** The workspace's settings, secrets, teams, names, notes and experiments over the API. */
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../server/src/db/ids.ts";
import { useApp } from "../support/app.ts";

const app = useApp();
let owner: string;
let workspaceId: string;

beforeAll(async () => {
  workspaceId = await app.workspaceId();
  owner = await app.keyFor("owner");
});

const call = (method: string, path: string, body?: unknown, key = owner) =>
  app.call(method, path, { key, ...(body === undefined ? {} : { body }) });

async function member(name: string, role = "agent"): Promise<string> {
  const id = newId();
  const { prisma } = app.app.runtime;
  await prisma.user.create({ data: { id, name, email: `${id}@example.org` } });
  await prisma.member.create({ data: { workspaceId, userId: id, role } });
  return id;
}

async function contact(name: string): Promise<string> {
  const id = newId();
  await app.app.runtime.prisma.contact.create({ data: { workspaceId, id, name } });
  return id;
}

describe("settings", () => {
  const hours = { week: { mon: [{ from: "09:00", to: "14:00" }] } };

  it("are read and changed, each by itself", async () => {
    const before = (await call("GET", "/workspace")).json;
    expect(before).toMatchObject({ id: workspaceId, hours: null });
    expect(Object.keys(before.globalWords)).toContain("es");
    expect((await call("PATCH", "/workspace", { hours, timeZone: "America/Bogota" })).json).toMatchObject({
      hours,
      timeZone: "America/Bogota",
      name: before.name,
    });
    const words = { de: { stop: ["halt"] } };
    expect((await call("PATCH", "/workspace", { globalWords: words })).json).toMatchObject({
      hours,
      globalWords: { de: { stop: ["halt"] } },
    });
    expect((await call("PATCH", "/workspace", { hours: null })).json.hours).toBeNull();
  });

  it("that make no sense are refused in words", async () => {
    const answer = await call("PATCH", "/workspace", { timeZone: "Mars/Olympus" });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("IANA time zone");
    expect((await call("PATCH", "/workspace", { secret: 1 })).status).toBe(400);
  });
});

describe("a secret", () => {
  it("is stored, stored over, and never shown", async () => {
    const made = await call("POST", "/secrets", { name: "openai", value: "sk-canary-1" });
    expect(made.status).toBe(201);
    await call("POST", "/secrets", { name: "openai", value: "sk-canary-2" });
    const list = await call("GET", "/secrets");
    expect(list.json.items).toEqual([
      { id: made.json.id, name: "openai", updatedAt: expect.stringMatching(/^20/) },
    ]);
    expect(made.text + list.text).not.toContain("canary");
    const { rows } = await app.app.runtime.pool.query("SELECT value FROM secrets");
    expect(rows).toHaveLength(1);
    expect(rows[0].value).not.toContain("canary");
    expect((await call("DELETE", `/secrets/${made.json.id}`)).status).toBe(204);
    expect((await call("GET", "/secrets")).json.items).toEqual([]);
  });

  it("has a name that flows can write", async () => {
    expect((await call("POST", "/secrets", { name: "a b", value: "x" })).status).toBe(400);
  });
});

describe("a team", () => {
  it("is made with members of the workspace, changed and removed", async () => {
    const [ana, bea] = [await member("Ana"), await member("Bea")];
    const made = await call("POST", "/teams", { name: "Sales", memberIds: [ana, ana] });
    expect(made.json).toMatchObject({ name: "Sales", memberIds: [ana] });
    const changed = await call("PATCH", `/teams/${made.json.id}`, { name: "Sales", memberIds: [bea] });
    expect(changed.json).toMatchObject({ name: "Sales", memberIds: [bea] });
    expect((await call("GET", "/teams")).json.items).toEqual([changed.json]);
    expect((await call("DELETE", `/teams/${made.json.id}`)).status).toBe(204);
    expect((await call("DELETE", `/teams/${made.json.id}`)).status).toBe(404);
  });

  it("can't be called like another, nor have strangers in it", async () => {
    await call("POST", "/teams", { name: "Support" });
    const double = await call("POST", "/teams", { name: "SUPPORT" });
    expect([double.status, double.json.error.code]).toEqual([409, "conflict"]);
    expect((await call("POST", "/teams", { name: "X", memberIds: ["stranger"] })).status).toBe(400);
    expect((await call("GET", "/teams")).json.items).toHaveLength(1);
  });

  it("of one workspace is nobody else's business", async () => {
    const made = (await call("POST", "/teams", { name: "Secret" })).json;
    const { key } = await app.stranger();
    expect((await call("GET", "/teams", undefined, key)).json.items).toEqual([]);
    expect((await call("PATCH", `/teams/${made.id}`, { name: "Mine" }, key)).status).toBe(404);
  });
});

it("members are listed with their roles", async () => {
  const id = await member("Carla", "viewer");
  expect((await call("GET", "/members")).json.items).toContainEqual(
    expect.objectContaining({ id, name: "Carla", role: "viewer" }),
  );
});

it("notes are kept with a contact, page by page, the newest first", async () => {
  const id = await contact("Ana");
  for (const text of ["one", "two", "three"]) await call("POST", `/contacts/${id}/notes`, { text });
  const first = (await call("GET", `/contacts/${id}/notes?limit=2`)).json;
  expect(first.items.map((note: { text: string }) => note.text)).toEqual(["three", "two"]);
  const rest = (await call("GET", `/contacts/${id}/notes?limit=2&cursor=${first.nextCursor}`)).json;
  expect(rest.items.map((note: { text: string }) => note.text)).toEqual(["one"]);
  expect(rest.nextCursor).toBeNull();
});

describe("an experiment", () => {
  it("shows who entered which variant, what they did afterwards, and how sure that is", async () => {
    const { pool } = app.app.runtime;
    const early = new Date("2026-03-01T00:00:00Z");
    const late = new Date("2026-03-02T00:00:00Z");
    for (let n = 0; n < 80; n += 1) {
      const id = await contact(`c${n}`);
      const variant = n % 2 === 0 ? "variant-0" : "variant-1";
      await pool.query("INSERT INTO experiment_entries VALUES ($1, 'hello', $2, $3, $4)", [
        workspaceId,
        id,
        variant,
        late,
      ]);
      const sold = variant === "variant-0" ? n < 20 : n < 60;
      const at = sold ? late : early;
      await pool.query(
        "INSERT INTO tracked_events (workspace_id, id, contact_id, event, value, at) VALUES ($1, $2, $3, 'sale', 2, $4)",
        [workspaceId, newId(), id, at],
      );
    }
    const [result] = (await call("GET", "/analytics/experiments")).json.items;
    expect(result).toMatchObject({
      name: "hello",
      event: "sale",
      variants: [
        { variant: "variant-0", entered: 40, converted: 10, rate: 0.25, confidence: null },
        { variant: "variant-1", entered: 40, converted: 30, rate: 0.75 },
      ],
    });
    expect(result.variants[1].confidence).toBeGreaterThan(0.999);
    expect((await call("GET", "/analytics/events?days=365")).json.items).toEqual([
      { event: "sale", count: 80, contacts: 80, value: 160 },
    ]);
    const counted = async (query: string) =>
      (await call("GET", `/analytics/events?${query}`)).json.items.map((row: { count: number }) => row.count);
    expect(await counted("from=2026-03-01&to=2026-03-01")).toEqual([40]);
    expect(await counted("from=2026-03-01T00:00:01Z")).toEqual([40]);
    expect(await counted("to=2026-03-02")).toEqual([80]);
    expect(await counted("from=2026-03-03")).toEqual([]);
    expect((await call("GET", "/names")).json).toMatchObject({ events: ["sale"] });
  });

  it.each([
    ["from=abc", /^from: Give a day/],
    ["to=2026-02-30", /^to: Give a day/],
    ["from=", /^from: Give a day/],
    ["from=2026-03-02&to=2026-03-01", /^from: It is later than `to`/],
    ["days=7&from=2026-03-01", /either days, or from and to/],
    ["days=0", /^days: /],
    ["days=soon", /^days: /],
  ])("refuses events of %s with a sentence", async (query, sentence) => {
    const { status, json } = await call("GET", `/analytics/events?${query}`);
    expect([status, json.error?.code]).toEqual([400, "bad-request"]);
    expect(json.error.message).toMatch(sentence);
  });
});
