/** HTTP tasks: performed once outside of transactions, guarded against private addresses, results back through the inbox. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FlowInput } from "@hilo/flow-engine";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { drainShard } from "../../server/src/conversations/drain.ts";
import { PublishedFlows } from "../../server/src/flows/published-flows.ts";
import { NO_JOURNAL } from "../../server/src/journal/journal.ts";
import { addressRules } from "../../server/src/net/address-rules.ts";
import {
  createGuardedFetch,
  type GuardedFetch,
  MAX_ANSWER_BYTES,
} from "../../server/src/net/guarded-fetch.ts";
import { createTaskPerformer } from "../../server/src/tasks/perform-tasks.ts";
import { useTestDatabase } from "../support/database.ts";
import { type TestRuntime, testRuntime } from "../support/test-runtime.ts";
import { createWorld, type World } from "../support/world.ts";

const db = useTestDatabase();
let stub: Server;
let base: string;
let hits: string[] = [];

beforeAll(async () => {
  stub = createServer((req, res) => {
    hits.push(`${req.method} ${req.url}`);
    if (req.url?.startsWith("/order/")) {
      res
        .setHeader("content-type", "application/json")
        .end(JSON.stringify({ status: "en camino", items: [{ name: "té" }] }));
    } else if (req.url === "/flaky" && hits.filter((hit) => hit === "GET /flaky").length === 1) {
      res.writeHead(503).end("<html>");
    } else if (req.url === "/flaky") {
      res.setHeader("content-type", "application/json").end('{"status":"al fin"}');
    } else if (req.url === "/huge") {
      res.end("x".repeat(MAX_ANSWER_BYTES + 1));
    } else if (req.url === "/redirect") {
      res.writeHead(302, { location: "/order/1" }).end();
    } else if (req.url === "/bad-json") {
      res.setHeader("content-type", "application/json").end("{");
    } else if (req.url !== "/hang") {
      res.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => stub.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(stub.address() as AddressInfo).port}`;
});
afterAll(() => {
  stub.closeAllConnections();
  stub.close();
});

const flow = (url: string, data: object = {}): FlowInput => ({
  format: "hilo.flow/1",
  name: "Order",
  triggers: [{ type: "keyword", keyword: "pedido", mode: "word" }],
  nodes: [
    { id: "ask", type: "ask", data: { text: "¿Número?", saveAs: "pedido" } },
    {
      id: "call",
      type: "http-request",
      data: {
        url,
        retries: 1,
        timeoutSeconds: 1,
        save: [
          { path: "status", name: "estado" },
          { path: "items.0.name", name: "item" },
        ],
        ...data,
      },
    },
    { id: "ok", type: "text", data: { text: "{{ estado }}: {{ item }}" } },
    { id: "ko", type: "text", data: { text: "No pude: {{ error_code }}" } },
  ],
  edges: [
    { id: "e0", source: "start", target: "ask" },
    { id: "e1", source: "ask", target: "call" },
    { id: "e2", source: "call", target: "ok" },
    { id: "e3", source: "call", sourceHandle: "error", target: "ko" },
  ],
});

let runtime: TestRuntime;
let flows: PublishedFlows;
let world: World;
let guarded: GuardedFetch;

beforeEach(async () => {
  hits = [];
  runtime = testRuntime(db);
  flows = new PublishedFlows();
  world = await createWorld(db);
  guarded = createGuardedFetch(addressRules(["127.0.0.1"]));
});

async function walkToRequest(answer: string): Promise<void> {
  for (const text of ["pedido", answer]) {
    await drainShard(runtime, flows, await world.customer("34600000001", text));
  }
}

/** The request's task, claimed by the process of that journal. @returns its id */
async function claimedBy(journal: string): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>(
    `UPDATE tasks SET state = 'running', attempts = 1, lease_until = now() + interval '15 s', running_by = $2
      WHERE workspace_id = $1 RETURNING id`,
    [world.workspaceId, journal],
  );
  return rows[0]?.id ?? "";
}

/** Applies the results that came back, and gives the bot's last words. */
async function wordsAfterResult(): Promise<string> {
  for (const [name, key] of runtime.woken)
    if (name === "drain") await drainShard(runtime, flows, Number(key));
  await guarded.close();
  const { rows } = await db.pool.query<{ text: string }>(
    "SELECT text FROM messages WHERE workspace_id = $1 ORDER BY seq DESC LIMIT 1",
    [world.workspaceId],
  );
  return rows[0]?.text ?? "";
}

/** Walks a customer up to the request, performs it, and gives the bot's last words. */
async function lastWords(answer = "A/7 ñ"): Promise<string> {
  await walkToRequest(answer);
  await createTaskPerformer(runtime, { guarded, mailer: null }).performDue();
  return wordsAfterResult();
}

describe("an http-request node", () => {
  it("calls with the customer's words encoded, and keeps parts of the answer", async () => {
    await world.publish(flow(`${base}/order/{{ pedido }}`));
    expect(await lastWords()).toBe("en camino: té");
    expect(hits).toEqual(["GET /order/A%2F7%20%C3%B1"]);
  });

  it("tries again after a 503 and goes on", async () => {
    await world.publish(flow(`${base}/flaky`));
    expect(await lastWords()).toBe("al fin: ");
  });

  it.each([
    ["a status that is no success", "/nothing", "http-status"],
    ["an answer over its size", "/huge", "network"],
    ["a redirect, which is not followed", "/redirect", "http-status"],
    ["broken JSON", "/bad-json", "bad-json"],
    ["no answer in time", "/hang", "timeout"],
  ])("leaves by the error port on %s", async (_, path, code) => {
    await world.publish(flow(base + path, { retries: 0 }));
    expect(await lastWords()).toBe(`No pude: ${code}`);
  });

  it("never reaches a private address that the operator did not list", async () => {
    guarded = createGuardedFetch(addressRules([]));
    await world.publish(flow(`${base}/order/1`));
    expect(await lastWords()).toBe("No pude: address-refused");
    expect(hits).toEqual([]);
  });

  it("checks the address at the moment of dialling, so a name can't change its mind", async () => {
    guarded = createGuardedFetch(addressRules([]), (_host, options, done) =>
      options.all
        ? done(null, [
            { address: "1.1.1.1", family: 4 },
            { address: "127.0.0.1", family: 4 },
          ])
        : done(null, "127.0.0.1", 4),
    );
    await world.publish(flow("http://shop.example/order/1"));
    expect(await lastWords()).toBe("No pude: address-refused");
    expect(hits).toEqual([]);
  });

  it("is made by another process when the one that claimed it died before", async () => {
    await world.publish(flow(`${base}/order/1`));
    await walkToRequest("1");
    await claimedBy("7");
    const tasks = createTaskPerformer(runtime, { guarded, mailer: null });
    await tasks.takeUp({ keys: ["7"], begun: [] });
    await tasks.performDue();
    expect(await wordsAfterResult()).toBe("en camino: té");
    expect(hits).toHaveLength(1);
  });

  it("tells the flow at once when a process of this machine died during the request", async () => {
    await world.publish(flow(`${base}/order/1`));
    await walkToRequest("1");
    const id = await claimedBy("7");
    const tasks = createTaskPerformer(runtime, { guarded, mailer: null });
    await tasks.takeUp({ keys: ["8"], begun: [{ id, attempt: 1 }] });
    expect(await tasks.settleAbandoned(0)).toBe(0);
    await tasks.takeUp({ keys: ["7"], begun: [{ id, attempt: 1 }] });
    await tasks.settleAbandoned(0);
    await tasks.performDue();
    expect(await wordsAfterResult()).toBe("No pude: outcome-unknown");
    expect(hits).toEqual([]);
  });

  it("notes what it begins until its result is saved", async () => {
    const noted: string[] = [];
    const journal = {
      ...NO_JOURNAL,
      key: "7",
      begin: (id: string, attempt: number) => void noted.push(`begin ${id} ${attempt}`),
      end: (id: string, attempt: number) => void noted.push(`end ${id} ${attempt}`),
    };
    await world.publish(flow(`${base}/order/1`));
    await walkToRequest("1");
    await createTaskPerformer(runtime, { guarded, mailer: null }, journal).performDue();
    const { rows } = await db.pool.query("SELECT id, running_by FROM tasks WHERE workspace_id = $1", [
      world.workspaceId,
    ]);
    expect(rows).toEqual([{ id: expect.any(String), running_by: "7" }]);
    expect(noted).toEqual([`begin ${rows[0].id} 1`, `end ${rows[0].id} 1`]);
  });

  it("tells the flow when the process died during the request", async () => {
    await world.publish(flow(`${base}/order/1`));
    await walkToRequest("1");
    await db.pool.query(
      "UPDATE tasks SET state = 'running', lease_until = now() - interval '1 s' WHERE workspace_id = $1",
      [world.workspaceId],
    );
    expect(await createTaskPerformer(runtime, { guarded, mailer: null }).settleAbandoned(0)).toBe(1);
    expect(await wordsAfterResult()).toBe("No pude: outcome-unknown");
  });
});
