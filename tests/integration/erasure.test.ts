/** Fault 121: a person is erased in the middle of everything, and nothing that was under way brings a word of theirs back. */
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useApp } from "../support/app.ts";
import { tablesWith } from "../support/database-digest.ts";
import { GraphStandIn, postSigned, webhookBody } from "../support/graph-stand-in.ts";
import { until } from "../support/server-process.ts";

const SECRET = "the app's secret";
const FROM = "34611223344";
const WORD = "zarzamora-canary";
const ANSWER = "frambuesa-canary";
const SAID = "arandano-canary";
/** Another id of theirs, and a delivery that names them by it alone. */
const ALIAS = "ES.1900112233";
const PLATFORM_ID = "106512345";

let graph: GraphStandIn;
let shop: Server;
/** Requests of flows that wait for their answer. */
const waiting: ServerResponse[] = [];
const env: Record<string, string> = { META_APP_SECRET: SECRET, HILO_ALLOW_PRIVATE_HOSTS: "127.0.0.1" };
let shopUrl = "";

beforeAll(async () => {
  graph = await GraphStandIn.start();
  env.GRAPH_API_URL = graph.url;
  shop = createServer((_req, res) => void waiting.push(res));
  await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve));
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
});
afterAll(async () => {
  shop.closeAllConnections();
  shop.close();
  await graph.stop();
});
const app = useApp(env);

const flow = () => ({
  format: "hilo.flow/1",
  name: "Order",
  triggers: [{ type: "keyword", keyword: "pedido", mode: "word" }],
  nodes: [
    { id: "ask", type: "ask", data: { text: "¿Qué?", saveAs: "what" } },
    {
      id: "call",
      type: "http-request",
      data: { method: "GET", url: `${shopUrl}/{{ what }}`, retries: 0, timeoutSeconds: 15 },
    },
    { id: "told", type: "text", data: { text: `${SAID} {{ what }}` } },
  ],
  edges: [
    { id: "e0", source: "start", target: "ask" },
    { id: "e1", source: "ask", target: "call" },
    { id: "e2", source: "call", target: "told" },
  ],
});

async function deliver(id: string, text: string): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const body = webhookBody(PLATFORM_ID, {
    contacts: [{ profile: { name: "Ana" }, wa_id: FROM }],
    messages: [{ from: FROM, id, timestamp, type: "text", text: { body: text } }],
  });
  expect(await postSigned(`${app.url}/api/webhooks/whatsapp`, SECRET, body)).toBe(200);
}

const count = async (sql: string) => Number((await app.app.runtime.pool.query(sql)).rows[0].n);

test("while a flow waits for a server, a send is under way and the same message comes once more", async () => {
  const key = await app.keyFor("owner");
  const post = (path: string, body: object = {}) => app.call("POST", path, { key, body });
  await post("/channels", {
    platform: "whatsapp",
    name: "Shop",
    platformId: PLATFORM_ID,
    accessToken: "tok",
  });
  const made = await post("/flows", { name: "Order", definition: flow() });
  expect((await post(`/flows/${made.json.id}/publish`)).json.published).not.toBeNull();

  await deliver("wamid.1", "pedido");
  await until(() => graph.ledger.length === 1, "the question is sent");
  await deliver("wamid.2", WORD);
  await until(() => waiting.length === 1, "the flow asks the server");
  const [contact] = (await app.call("GET", "/contacts", { key })).json.items;
  expect(await tablesWith(app.app.runtime.pool, [WORD, FROM])).not.toEqual([]);
  // A send whose answer comes when there is nobody any more.
  graph.answerWith(() => ({ kind: "accept", delayMs: 300 }));
  const [conversation] = (await app.call("GET", "/conversations", { key })).json.items;
  await post("/messages/send", {
    conversationId: conversation.id,
    content: { type: "text", text: `${SAID} by hand` },
  });
  await until(() => graph.requests.length === 2, "the send is under way");

  await app.app.runtime.pool.query(
    `INSERT INTO conversation_aliases (workspace_id, channel_id, alias, external_id, shard)
     SELECT workspace_id, channel_id, $1, external_id, shard FROM conversations`,
    [ALIAS],
  );
  await app.app.runtime.pool.query(
    `INSERT INTO webhook_log (workspace_id, platform, signature, http_status, body)
     SELECT id, 'whatsapp', 'ok', 200, convert_to($1, 'UTF8') FROM workspaces`,
    [JSON.stringify({ from_user_id: ALIAS, text: WORD })],
  );

  const erased = await app.call("DELETE", `/contacts/${contact.id}`, { key });
  expect(erased.status).toBe(204);
  waiting[0]?.setHeader("content-type", "application/json").end(JSON.stringify({ about: ANSWER }));
  await until(() => graph.ledger.length === 2, "the platform has taken the send");
  // The same deliveries once more, and their like from before the erasure.
  await deliver("wamid.1", "pedido");
  await deliver("wamid.2", WORD);
  await until(
    async () =>
      (await count("SELECT count(*) AS n FROM inbox_events WHERE state = 'pending'")) === 0 &&
      (await count("SELECT count(*) AS n FROM tasks WHERE state IN ('pending', 'running')")) === 0,
    "nothing is left to be done",
  );
  expect(
    await tablesWith(app.app.runtime.pool, [WORD, ANSWER, ALIAS, SAID.concat(" ", WORD), `${SAID} by hand`]),
  ).toEqual([]);
  expect(await count("SELECT count(*) AS n FROM contacts")).toBe(0);
  expect(await count("SELECT count(*) AS n FROM sessions")).toBe(0);
  // What is left of the deliveries is what tells that they came before.
  expect(
    await count("SELECT count(*) AS n FROM inbox_events WHERE octet_length(provider_key) = 32"),
  ).toBeGreaterThan(0);
  // That a person was erased is on record; who it was is not.
  const { rows } = await app.app.runtime.pool.query(
    "SELECT detail, target_id FROM audit_log WHERE action = 'contact-erased'",
  );
  expect(rows).toEqual([{ detail: null, target_id: contact.id }]);

  // Who writes again later is somebody new.
  graph.answerWith(() => ({ kind: "accept" }));
  await deliver("wamid.3", "pedido");
  await until(() => graph.ledger.length === 3, "the newcomer is greeted");
  const [newcomer] = (await app.call("GET", "/contacts", { key })).json.items;
  expect(newcomer.id).not.toBe(contact.id);
  expect(await tablesWith(app.app.runtime.pool, [WORD, ANSWER])).toEqual([]);
}, 60_000);
