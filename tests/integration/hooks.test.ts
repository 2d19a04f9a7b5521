/** A program outside goes on with a session that waits for it. */
import { makeFlow } from "@hilo/flow-engine/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { useApp } from "../support/app.ts";
import { until } from "../support/server-process.ts";
import { createWorld, type World } from "../support/world.ts";

const app = useApp({ PUBLIC_URL: "https://hilo.example.org" });
let world: World;
let customers = 0;

beforeAll(async () => {
  world = await createWorld(app.app.runtime, "simulator");
  await world.publish(
    makeFlow({
      triggers: [{ type: "keyword", keyword: "pay", mode: "word" }],
      nodes: {
        keep: ["set", { assignments: [{ name: "address", value: "{{ session.webhook }}" }] }],
        wait: [
          "wait-for-webhook",
          {
            save: [
              { path: "status", name: "state" },
              { path: "items.0", name: "first" },
            ],
            timeoutMinutes: 60,
          },
        ],
        paid: ["text", { text: "Paid: {{ state }} {{ first }}" }],
      },
      edges: ["start > keep", "keep > wait", "wait > paid"],
    }),
  );
});

/** A customer who has come to the wait. @returns the path of the session's address */
async function waiting(): Promise<{ route: string; from: string }> {
  const from = `3460000${String(++customers).padStart(4, "0")}`;
  const shard = await world.customer(from, "pay", { at: new Date() });
  app.app.runtime.wake("drain", String(shard));
  const address = await found(async () => {
    const { rows } = await app.app.runtime.pool.query<{ state: { vars: { address?: string } } }>(
      `SELECT s.state FROM sessions s JOIN conversations c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id
        WHERE c.workspace_id = $1 AND c.external_id = $2`,
      [world.workspaceId, from],
    );
    return rows[0]?.state.vars.address;
  }, "the session's address");
  return { route: new URL(address).pathname, from };
}

/** What is looked for, as soon as it is there. */
async function found<T>(look: () => Promise<T | undefined>, what: string): Promise<T> {
  let value: T | undefined;
  await until(async () => {
    value = await look();
    return value !== undefined;
  }, what);
  if (value === undefined) throw new Error(what);
  return value;
}

async function wordsTo(from: string): Promise<string> {
  const said = await found(async () => {
    const { rows } = await app.app.runtime.pool.query<{ text: string }>(
      `SELECT m.text FROM messages m JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
        WHERE m.workspace_id = $1 AND c.external_id = $2 AND m.direction = 'out'`,
      [world.workspaceId, from],
    );
    return rows[0]?.text;
  }, "the bot's words");
  return said;
}

describe("a session's address", () => {
  it("is at the public address, and resumes the flow with what is posted as JSON", async () => {
    const { route, from } = await waiting();
    const answer = await app.call("POST", route, { body: { status: "paid", items: ["rose"] } });
    expect([answer.status, answer.json]).toEqual([202, { accepted: true }]);
    expect(await wordsTo(from)).toBe("Paid: paid rose");
  });

  it.each([
    ["a form", "POST", "status=paid", "application/x-www-form-urlencoded"],
    ["a call with its words in the address", "GET", undefined, undefined],
  ])("takes %s", async (_, method, body, type) => {
    const { route, from } = await waiting();
    const answer = await app.call(method, body === undefined ? `${route}?status=paid` : route, {
      ...(body === undefined ? {} : { body, headers: { "content-type": String(type) } }),
    });
    expect(answer.status).toBe(202);
    expect(await wordsTo(from)).toBe("Paid: paid ");
  });

  it("takes a call with the same key once", async () => {
    const { route } = await waiting();
    const headers = { "idempotency-key": "1" };
    for (const _ of [1, 2]) await app.call("POST", route, { body: { status: "x" }, headers });
    const { rows } = await app.app.runtime.pool.query(
      "SELECT count(*)::int AS n FROM inbox_events WHERE workspace_id = $1 AND kind = 'webhook' AND payload #>> '{body,status}' = 'x'",
      [world.workspaceId],
    );
    expect(rows[0]).toEqual({ n: 1 });
  });

  it("says so when the flow has ended", async () => {
    const { route, from } = await waiting();
    await app.call("POST", route, { body: { status: "paid" } });
    await wordsTo(from);
    const late = await app.call("POST", route, { body: { status: "again" } });
    expect([late.status, late.json.error.code]).toEqual([410, "gone"]);
  });

  it("is refused when it was made up, or what is sent is too much or can't be read", async () => {
    const { route } = await waiting();
    const at = (path: string, body: unknown, type = "application/json") =>
      app.call("POST", path, { body, headers: { "content-type": type } });
    expect((await at(`${route.slice(0, -2)}AA`, {})).status).toBe(404);
    expect((await at(route, JSON.stringify({ a: "x".repeat(70_000) }))).status).toBe(413);
    expect((await at(route, "{")).status).toBe(400);
    expect((await at(route, "<a/>", "application/xml")).status).toBe(415);
  });
});
