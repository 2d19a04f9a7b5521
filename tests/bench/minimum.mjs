// A durable minimum, written for comparison: signed webhooks are group-committed into an inbox, one transaction for each
// batch makes two answers of each message, a batch-marked outbox sends them. Nothing else: no flows, no log, no trace, no
// sockets, no order across restarts beyond the tables; statuses are verified and forgotten. What the product does on top is
// measured against it.

import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";
import { Pool as HttpPool } from "undici";

const { DATABASE_URL, PORT, GRAPH_API_URL } = process.env;
const SECRETS = new Map(
  JSON.parse(process.env.NUMBERS).map(({ platformId, appSecret }) => [platformId, appSecret]),
);

const db = new pg.Pool({ connectionString: DATABASE_URL, max: 8 });
await db.query(`
  CREATE TABLE IF NOT EXISTS inbox (id bigserial PRIMARY KEY, key text UNIQUE, number text, phone text, text text, done boolean DEFAULT false);
  CREATE INDEX IF NOT EXISTS inbox_open ON inbox (id) WHERE NOT done;
  CREATE TABLE IF NOT EXISTS sessions (phone text PRIMARY KEY, state json);
  CREATE TABLE IF NOT EXISTS outbox (id bigserial PRIMARY KEY, number text, phone text, body text, state text DEFAULT 'pending', wamid text);
  CREATE INDEX IF NOT EXISTS outbox_open ON outbox (id) WHERE state = 'pending'`);

/** Runs one at a time, and once more when it was asked for meanwhile. */
function single(work) {
  let running = false;
  let again = false;
  return function wake() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    work()
      .catch((error) => console.error(error))
      .finally(() => {
        running = false;
        if (!again) return;
        again = false;
        wake();
      });
  };
}

let waiting = [];
const store = single(async () => {
  while (waiting.length > 0) {
    const batch = waiting;
    waiting = [];
    const rows = batch.flatMap(({ messages }) => messages);
    await db.query({
      name: "store",
      text: `INSERT INTO inbox (key, number, phone, text) SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) ON CONFLICT DO NOTHING`,
      values: [
        rows.map((r) => r.id),
        rows.map((r) => r.number),
        rows.map((r) => r.from),
        rows.map((r) => r.text),
      ],
    });
    for (const { res } of batch) res.writeHead(200).end("OK");
    drain();
  }
});

const drain = single(async () => {
  for (;;) {
    const client = await db.connect();
    try {
      await client.query("BEGIN");
      const { rows } = await client.query({
        name: "take",
        text: "SELECT id, number, phone, text FROM inbox WHERE NOT done ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED",
      });
      if (rows.length === 0) {
        await client.query("COMMIT");
        return;
      }
      const said = rows.flatMap(({ number, phone, text }) => [
        [number, phone, JSON.stringify(text ? `Hola, ${text.slice(0, 20)}` : "Hola")],
        [number, phone, JSON.stringify("¿Qué deseas?")],
      ]);
      const phones = [...new Set(rows.map((row) => row.phone))];
      await client.query({
        name: "step",
        text: `WITH done AS (UPDATE inbox SET done = true WHERE id = ANY ($1::bigint[])),
                    kept AS (INSERT INTO sessions SELECT phone, '{"node":"b"}' FROM unnest($2::text[]) AS phone
                             ON CONFLICT (phone) DO UPDATE SET state = EXCLUDED.state)
               INSERT INTO outbox (number, phone, body) SELECT * FROM unnest($3::text[], $4::text[], $5::text[])`,
        values: [
          rows.map((r) => r.id),
          phones,
          said.map((s) => s[0]),
          said.map((s) => s[1]),
          said.map((s) => s[2]),
        ],
      });
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK").catch(() => {});
      throw error;
    } finally {
      client.release();
    }
    deliver();
  }
});

const graph = new HttpPool(GRAPH_API_URL, { connections: 64, pipelining: 1 });
/** Phones with a send on its way: their later messages wait. */
const busy = new Set();
let sent = [];
const mark = single(async () => {
  while (sent.length > 0) {
    const batch = sent;
    sent = [];
    await db.query({
      name: "mark",
      text: "UPDATE outbox o SET state = 'sent', wamid = k.wamid FROM unnest($1::bigint[], $2::text[]) AS k(id, wamid) WHERE o.id = k.id",
      values: [batch.map((b) => b.id), batch.map((b) => b.wamid)],
    });
  }
});

const deliver = single(async () => {
  for (;;) {
    const { rows } = await db.query({
      name: "claim",
      text: `UPDATE outbox SET state = 'sending' WHERE id IN (
               SELECT DISTINCT ON (phone) id FROM outbox WHERE state = 'pending' AND phone <> ALL ($1::text[]) ORDER BY phone, id LIMIT 200)
             RETURNING id, number, phone, body`,
      values: [[...busy]],
    });
    if (rows.length === 0) return;
    for (const row of rows) {
      busy.add(row.phone);
      send(row);
    }
  }
});

async function send({ id, number, phone, body }) {
  const answer = await graph.request({
    path: `/v25.0/${number}/messages`,
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer t" },
    body: `{"messaging_product":"whatsapp","to":"+${phone}","type":"text","text":{"body":${body}},"biz_opaque_callback_data":"${id}"}`,
  });
  const { messages } = await answer.body.json();
  sent.push({ id, wamid: messages[0].id });
  mark();
  busy.delete(phone);
  deliver();
}

createServer((req, res) => {
  const chunks = [];
  req.on("data", (chunk) => chunks.push(chunk));
  req.on("end", () => {
    const body = Buffer.concat(chunks);
    const value = JSON.parse(body).entry?.[0]?.changes[0].value;
    if (!value) return res.writeHead(400).end();
    const { metadata, messages = [] } = value;
    const number = metadata.phone_number_id;
    const expected = Buffer.from(
      `sha256=${createHmac("sha256", SECRETS.get(number) ?? "")
        .update(body)
        .digest("hex")}`,
    );
    const given = Buffer.from(req.headers["x-hub-signature-256"] ?? "");
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      return res.writeHead(401).end();
    if (messages.length === 0) return res.writeHead(200).end("OK");
    waiting.push({
      res,
      messages: messages.map(({ id, from, text }) => ({ id, from, number, text: text?.body ?? "" })),
    });
    setImmediate(store);
  });
}).listen(Number(PORT), "127.0.0.1");
