// The API as a client meets it: pages, errors, documents, secrets, erasing a person.
import { beforeAll, describe, expect, it } from "vitest";
import { GREETING, useApp } from "../support/app.ts";
import { until } from "../support/server-process.ts";

const app = useApp();
let key = "";
beforeAll(async () => {
  key = await app.keyFor("owner");
});
const get = (path: string) => app.call("GET", path, { key });
const post = (path: string, body: unknown = {}) => app.call("POST", path, { key, body });

describe("answers", () => {
  it("name what is wrong, with status, code and place", async () => {
    const cases: [string, string, unknown, number, string][] = [
      ["GET", "/nowhere", undefined, 404, "not-found"],
      ["GET", "/flows/not-an-id", undefined, 400, "bad-request"],
      ["GET", "/flows?limit=0", undefined, 400, "bad-request"],
      ["GET", "/flows?limit=1&limit=2", undefined, 400, "bad-request"],
      ["POST", "/flows", {}, 400, "bad-request"],
      ["POST", "/flows", "{", 400, "bad-request"],
      ["POST", "/flows", [], 400, "bad-request"],
      ["POST", "/flows", { name: "a\u0000b" }, 400, "bad-request"],
      ["GET", "/flows/%E0%A4%A", undefined, 400, "bad-request"],
      ["PATCH", "/flows", {}, 404, "not-found"],
    ];
    for (const [method, path, body, status, code] of cases) {
      const answer = await app.call(method, path, { key, ...(body === undefined ? {} : { body }) });
      expect([path, answer.status, answer.json?.error?.code]).toEqual([path, status, code]);
      expect(answer.json.error.message).not.toMatch(/prisma|select |insert |at \S+ \(|node_modules/i);
    }
    expect((await post("/flows", { name: "" })).json.error.issues).toEqual([
      expect.objectContaining({ path: ["name"] }),
    ]);
  });

  it("carry headers that keep a browser from guessing, and no sign of what runs here", async () => {
    const { headers } = await get("/me");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
    expect(headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  it("come page by page, complete and without repeats", async () => {
    for (let n = 0; n < 7; n += 1) await post("/flows", { name: `Page ${n}` });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const answer: { json: { items: { id: string }[]; nextCursor: string | null } } = await get(
        `/flows?limit=3${cursor ? `&cursor=${cursor}` : ""}`,
      );
      seen.push(...answer.json.items.map(({ id }) => id));
      cursor = answer.json.nextCursor;
    } while (cursor);
    const all = (await get("/flows?limit=200")).json.items.map(({ id }: { id: string }) => id);
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe("documents", () => {
  it("describe every route for machines and for people, without a key", async () => {
    const spec = (await app.call("GET", "/openapi.json")).json;
    expect(spec.openapi).toMatch(/^3\.1/);
    for (const path of [
      "/flows/{id}/publish",
      "/messages/send",
      "/conversations/{id}/messages",
      "/triggers/explain",
    ]) {
      expect(Object.keys(spec.paths)).toContain(path);
    }
    const page = await app.call("GET", "/docs");
    expect(page.headers.get("content-type")).toMatch(/text\/html/);
    expect(page.text).toContain("/api/v1/flows/{id}/publish");
    expect(page.text).not.toMatch(/<script|https?:\/\/(?!127\.0\.0\.1)/);
    expect((await app.call("GET", "/flow.schema.json")).json).toMatchObject({
      type: "object",
      title: "Hilo flow",
    });
  });

  it("of the process's health need no key either", async () => {
    for (const path of ["/livez", "/readyz"]) expect((await fetch(app.url + path)).status).toBe(200);
    const figures = await (await fetch(`${app.url}/metrics`)).text();
    for (const name of [
      "flow_inbox_pending",
      "flow_outbox_pending",
      "flow_socket_connections",
      "process_cpu_seconds_total",
    ]) {
      expect(figures).toContain(`\n${name}`);
    }
  });
});

describe("channels", () => {
  const canaries = {
    accessToken: "canary-token-8271",
    appSecret: "canary-secret-8271",
    verifyToken: "canary-verify-8271",
  };

  it("keep their secrets: sealed in the database, in no answer, readable by the server", async () => {
    const made = await post("/channels", {
      platform: "whatsapp",
      name: "Shop",
      platformId: "105550001",
      ...canaries,
    });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      state: "active",
      hasAccessToken: true,
      hasAppSecret: true,
      hasVerifyToken: true,
      webhookPath: "/api/webhooks/whatsapp",
    });
    const patched = await app.call("PATCH", `/channels/${made.json.id}`, {
      key,
      body: { name: "Shop 2", accessToken: "canary-token-9000" },
    });
    const answers = [
      made,
      patched,
      await get("/channels"),
      await get(`/channels/${made.json.id}`),
      await post("/channels", { ...canaries, platform: "whatsapp", name: "Twice", platformId: "105550001" }),
    ];
    expect(answers.at(-1)?.status).toBe(409);
    for (const answer of answers) expect(answer.text).not.toContain("canary");
    const row = await app.app.runtime.prisma.channel.findFirstOrThrow({ where: { id: made.json.id } });
    expect(JSON.stringify(row)).not.toContain("canary");
    expect((await app.app.services.directory.fresh(made.json.id))?.accessToken).toBe("canary-token-9000");
    expect((await app.app.services.directory.fresh(made.json.id))?.appSecret).toBe(canaries.appSecret);
  });

  it("come back to work with a new token", async () => {
    const made = (
      await post("/channels", {
        platform: "whatsapp",
        name: "Tired",
        platformId: "105550002",
        accessToken: "old",
      })
    ).json;
    await app.app.runtime.prisma.channel.updateMany({
      where: { id: made.id },
      data: { state: "reauthorize", stateReason: "expired" },
    });
    const renewed = await app.call("PATCH", `/channels/${made.id}`, { key, body: { accessToken: "new" } });
    expect(renewed.json).toMatchObject({ state: "active", stateReason: null });
  });
});

describe("a contact", () => {
  const phone = "573007654321";
  const secretWord = "zarzamora-canary";

  it("can be changed, exported, and erased from every table", async () => {
    const flow = (await post("/flows", { name: "Greeting", definition: GREETING })).json;
    await post(`/flows/${flow.id}/publish`);
    const { contactId, conversationId } = (await post("/simulator/phone", { phone, name: "Canary Person" }))
      .json;
    for (const text of ["hola", secretWord]) {
      await post("/simulator/messages", { phone, message: { type: "text", text } });
      await until(
        async () => (await get(`/conversations/${conversationId}/messages`)).text.includes(text),
        `${text} arrived`,
      );
    }
    await until(
      async () =>
        (await get(`/sessions?conversationId=${conversationId}`)).json.items[0]?.status === "Completed",
      "the flow ended",
    );
    await app.app.services.simulator.idle();

    const changed = await app.call("PATCH", `/contacts/${contactId}`, {
      key,
      body: { name: "Canary Renamed", tags: ["vip", "vip", "new"], fields: { city: "Cali", gone: null } },
    });
    expect(changed.json).toMatchObject({
      name: "Canary Renamed",
      tags: ["new", "vip"],
      fields: { city: "Cali" },
    });
    const retagged = await app.call("PATCH", `/contacts/${contactId}`, {
      key,
      body: { tags: ["vip"], fields: { city: null } },
    });
    expect(retagged.json).toMatchObject({ name: "Canary Renamed", tags: ["vip"], fields: {} });
    const exported = await get(`/contacts/${contactId}/export`);
    expect(exported.text).toContain(secretWord);
    expect(exported.json.sessions[0].variables).toMatchObject({ nombre: secretWord });

    expect((await app.call("DELETE", `/contacts/${contactId}`, { key })).status).toBe(204);
    expect((await get(`/contacts/${contactId}`)).status).toBe(404);
    expect((await get(`/conversations/${conversationId}`)).status).toBe(404);
    expect(await tablesWith([secretWord, phone, "Canary Person", "Canary Renamed"])).toEqual([]);
  });

  /** Every row of every table as text. */
  async function tablesWith(words: string[]): Promise<string[]> {
    const { pool } = app.app.runtime;
    const { rows } = await pool.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const bytes = name === "webhook_log" ? " || encode(body, 'escape')" : "";
      for (const word of words) {
        const hit = await pool.query(
          `SELECT 1 FROM "${name}" t WHERE position($1 IN t::text${bytes}) > 0 LIMIT 1`,
          [word],
        );
        if (hit.rowCount) found.push(`${name}: ${word}`);
      }
    }
    return found;
  }
});

describe("the simulator's chat", () => {
  it("begins anew on request: no messages, no session, and the flow starts again", async () => {
    const { phone, conversationId } = (await post("/simulator/phone", { phone: "573000000009" })).json;
    const say = () => post("/simulator/messages", { phone, message: { type: "text", text: "hola" } });
    await say();
    await until(
      async () => (await get(`/conversations/${conversationId}`)).json.session?.status === "Paused",
      "the question is asked",
    );
    expect((await post("/simulator/reset", { phone })).status).toBe(204);
    expect((await get(`/conversations/${conversationId}/messages`)).json.items).toEqual([]);
    expect((await get(`/sessions?conversationId=${conversationId}&status=Paused`)).json.items).toEqual([]);
    await say();
    await until(
      async () => (await get(`/conversations/${conversationId}`)).json.session?.status === "Paused",
      "the question is asked again",
    );
  });
});
