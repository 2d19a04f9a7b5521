// What comes in, answered 200 only after it is committed: signed texts over fifty connections, beside a route that stores
// nothing; delivery statuses, a thousand to a body. The server is on one core, the generator on the other, the database
// free on both; what the generator sends is made and signed before the measuring begins.

import path from "node:path";
import { fileURLToPath } from "node:url";
import { byTurns } from "./lib/by-turns.mjs";
import { oldContacts } from "./lib/history.mjs";
import {
  connectNumbers,
  startFarSide,
  startHilo,
  startListening,
  startPostgres,
  withClient,
} from "./lib/processes.mjs";

export const name = "webhooks";

/** A server that has just started is compiled while it works. */
const TEXTS = { connections: 50, count: 12_000, warmUp: 12_000 };
/** Who got the messages that the statuses are of. */
const PEOPLE = 1_000;
const STATUSES = { connections: 4, size: 1_000, count: 60_000 };

export async function run({ loadTs }) {
  const postgres = await startPostgres(loadTs);
  const outside = await startFarSide();
  const started = [];
  try {
    const storing = await prepare(postgres, outside, "storing", { HILO_ROLE: "web" }, started);
    const working = await prepare(postgres, outside, "working", {}, started);
    const route = await startRoute(storing.numbers, started);
    const texts = (url) => answered(outside, "ingest", { url, numbers: storing.numbers, ...TEXTS });
    const measures = [
      () => texts(storing.url),
      () => texts(route),
      async () => {
        const measured = await texts(working.url);
        await allApplied(working);
        return measured;
      },
    ];
    const measured = await byTurns(measures, ({ perSecond }) => perSecond);
    return [...textRows(...measured), ...(await measureStatuses(storing, outside))];
  } finally {
    for (const { stop } of started) await stop();
    await outside.stop();
    await postgres.stop();
  }
}

async function prepare(postgres, outside, database, env, started) {
  const databaseUrl = await postgres.database(database);
  const hilo = await startHilo({ databaseUrl, graphUrl: outside.url, env });
  started.push(hilo);
  return { databaseUrl, url: hilo.webhook, numbers: await connectNumbers(hilo, 4) };
}

async function startRoute(numbers, started) {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), "express-route.mjs");
  const env = { NUMBERS: JSON.stringify(numbers), NODE_ENV: "production" };
  const route = await startListening(file, { env });
  started.push(route);
  return route.url;
}

/** What was measured, when all of it was answered with 200. */
async function answered(outside, command, args) {
  const measured = await outside.ask(command, args);
  if (Object.keys(measured.failures).length > 0)
    throw new Error(`not answered with 200: ${JSON.stringify(measured.failures)}`);
  return measured;
}

/** Until nothing is left to be worked on, which would fall on whoever is measured next. */
async function allApplied({ databaseUrl }) {
  const pending = "SELECT 1 FROM inbox_events WHERE state = 'pending' LIMIT 1";
  await withClient(databaseUrl, async (client) => {
    while ((await client.query(pending)).rowCount > 0)
      await new Promise((resolve) => setTimeout(resolve, 200));
  });
}

function textRows(storing, route, working) {
  return [
    { what: "texts stored by a web server, 50 connections", value: storing.perSecond, unit: "1/s" },
    { what: "  p99 (goal: at most 50)", value: storing.p99, unit: "ms" },
    { what: "a route that stores nothing", value: route.perSecond, unit: "1/s" },
    { what: "  p99", value: route.p99, unit: "ms" },
    { what: "ratio (goal: at least 1)", value: storing.perSecond / route.perSecond, unit: "×" },
    { what: "stored by a server that works on them, too", value: working.perSecond, unit: "1/s" },
    { what: "  p99", value: working.p99, unit: "ms" },
  ];
}

/** Of messages that were sent, on the server that stores. */
async function measureStatuses({ databaseUrl, url, numbers }, outside) {
  return withClient(databaseUrl, async (client) => {
    const ids = await sentMessages(client, numbers[0].channelId);
    const { connections, size } = STATUSES;
    const { seconds, p99 } = await answered(outside, "statuses", { url, numbers, ids, size, connections });
    const { rows } = await client.query(
      "SELECT count(*)::int AS applied FROM messages WHERE status = 'Delivered'",
    );
    if (rows[0].applied !== ids.length)
      throw new Error(`${rows[0].applied} of ${ids.length} statuses were applied`);
    return [
      {
        what: "statuses applied, 1,000 to a body (goal: at least 10,000)",
        value: ids.length / seconds,
        unit: "1/s",
      },
      { what: "  p99 of a body", value: p99, unit: "ms" },
    ];
  });
}

/** @returns platform id and phone of each */
async function sentMessages(client, channelId) {
  const { rows: channels } = await client.query(
    'SELECT workspace_id AS "workspaceId" FROM channels WHERE id = $1',
    [channelId],
  );
  await oldContacts(client, { ...channels[0], channelId }, PEOPLE);
  await client.query(
    `INSERT INTO messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, author, content, text, status, platform_message_id, client_key, sent_at)
     SELECT c.workspace_id, gen_random_uuid(), c.id, c.channel_id, c.contact_id, 'out', 'bot', '{"type":"text","text":"Hola"}', 'Hola',
            'Sent', 'wamid.T' || n || '.' || c.external_id, 'bench:' || n || '.' || c.external_id, now()
       FROM generate_series(1, $2) AS n, conversations c WHERE c.channel_id = $1`,
    [channelId, STATUSES.count / PEOPLE],
  );
  await client.query("VACUUM (ANALYZE) messages");
  const { rows } = await client.query(
    `SELECT m.platform_message_id AS id, c.external_id AS phone FROM messages m JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
      WHERE m.status = 'Sent' ORDER BY m.platform_message_id`,
  );
  return rows.map(({ id, phone }) => [id, phone]);
}
