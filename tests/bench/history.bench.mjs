// What is claimed from the inbox and from the outbox, on a new database and behind ten million rows that are done with
// (each table by itself, to keep the disk under 8 GB; the folder goes away). Takes a while: `npm run bench -- history`.
// BENCH_OLD_ROWS makes it smaller.

import { fileURLToPath } from "node:url";
import pg from "pg";
import { oldInbox, oldMessages, sizeOf } from "./lib/history.mjs";
import { percentiles } from "./lib/percentiles.mjs";
import { startPostgres } from "./lib/processes.mjs";

export const name = "history";
export const onRequest = true;

const OLD_ROWS = Number(process.env.BENCH_OLD_ROWS ?? 10_000_000);
const ROUNDS = 400;
const BATCH = 50;
/** What waits while is claimed. */
const PENDING = ROUNDS * BATCH;
const migrations = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
const place = {
  workspaceId: "f0000000-0000-7000-8000-000000000001",
  channelId: "f0000000-0000-7000-8000-000000000002",
};

export async function run({ loadTs }) {
  const postgres = await startPostgres(loadTs);
  try {
    const { migrate } = await loadTs("server/src/db/migrate.ts");
    const { HELD_SHARDS, loadDrainRows } = await loadTs("server/src/conversations/load.ts");
    const { Claims } = await loadTs("server/src/outbox/claims.ts");
    const tables = [
      {
        what: "inbox",
        index: "inbox_events_pending_idx",
        seed: (client) => oldInbox(client, place, OLD_ROWS),
        ...inbox(HELD_SHARDS, loadDrainRows),
      },
      {
        what: "outbox",
        index: "messages_outbox_idx",
        seed: (client) => oldMessages(client, place, OLD_ROWS, 10),
        ...outbox(Claims),
      },
    ];
    const rows = [];
    for (const table of tables) rows.push(...(await measure(postgres, migrate, table)));
    return rows;
  } finally {
    await postgres.stop();
  }
}

async function measure(postgres, migrate, { what, index, seed, enqueue, claim }) {
  const fresh = await prepared(postgres, migrate, `new_${what}`);
  const old = await prepared(postgres, migrate, `old_${what}`);
  const from = performance.now();
  await seed(old);
  const seconds = (performance.now() - from) / 1_000;
  const gigabytes = (await sizeOf(old)) / 1024 ** 3;
  const [before, after] = await claims([fresh, old], enqueue, claim);
  const used = await indexesOf(old, claim);
  if (!used.includes(index))
    throw new Error(`the ${what} is not claimed by ${index}, but by ${used.join(", ")}`);
  for (const client of [fresh, old]) await client.end();
  await postgres.drop(`old_${what}`);
  const rows = OLD_ROWS.toLocaleString("en-US");
  return [
    { what: `claim of ${BATCH} from the ${what}, new: p50`, value: before.p50, unit: "ms" },
    { what: "  p99", value: before.p99, unit: "ms" },
    { what: `behind ${rows} old rows: p50`, value: after.p50, unit: "ms" },
    { what: `  p99 (by ${index})`, value: after.p99, unit: "ms" },
    { what: "  p50 against the new one (goal: at most 1.3)", value: after.p50 / before.p50, unit: "×" },
    { what: "  made in", value: seconds, unit: "s" },
    { what: "  size", value: gigabytes, unit: "GB" },
  ];
}

async function prepared(postgres, migrate, database) {
  const databaseUrl = await postgres.database(database);
  await migrate(databaseUrl, migrations);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("SET synchronous_commit = off");
  await client.query("INSERT INTO workspaces (id, name) VALUES ($1, 'Bench')", [place.workspaceId]);
  await client.query(
    "INSERT INTO channels (workspace_id, id, platform, name, platform_id) VALUES ($1, $2, 'whatsapp', 'Bench', '1')",
    [place.workspaceId, place.channelId],
  );
  return client;
}

/** By turns, so that what else the machine does falls on all of them. */
async function claims(clients, enqueue, claim) {
  for (const client of clients) {
    await client.query(enqueue(PENDING));
    await client.query("CHECKPOINT");
  }
  const sides = clients.map((client) => ({ client, next: claim.begin(), times: [] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { client, next, times } of sides) {
      const from = performance.now();
      const rows = await next(client);
      times.push(performance.now() - from);
      if (rows.length === 0) throw new Error("nothing was claimed");
      await claim.finish(
        client,
        rows.map((row) => row.id),
      );
    }
  }
  return sides.map(({ times }) => percentiles(times));
}

/** The indexes that a claim goes by. */
async function indexesOf(client, claim) {
  const sent = [];
  const watched = {
    query: (query) => {
      sent.push(query);
      return client.query(query);
    },
  };
  await claim.begin()(watched);
  const names = [];
  for (const { text, values } of sent) {
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
    const plans = [rows[0]["QUERY PLAN"][0].Plan];
    for (const plan of plans) {
      if (plan["Index Name"]) names.push(plan["Index Name"]);
      plans.push(...(plan.Plans ?? []));
    }
  }
  return names;
}

const inbox = (held, loadDrainRows) => ({
  enqueue: (count) => `
    INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, shard, provider_key, payload)
    SELECT '${place.workspaceId}', '${place.channelId}', 'message', '58' || n, n % 64, sha256(('new' || clock_timestamp() || n)::bytea), '{}'
      FROM generate_series(1, ${count}) AS n`,
  claim: {
    begin() {
      let shard = 0;
      return async (client) => {
        const values = [held, `{${shard++ % 64}}`];
        await client.query({ text: "SELECT set_config($1, $2, false)", values });
        const { rows } = await loadDrainRows(client, null);
        return rows.slice(0, BATCH);
      };
    },
    finish: (client, ids) =>
      client.query(
        "UPDATE inbox_events SET state = 'done', done_at = now() WHERE workspace_id = $1 AND id = ANY($2::bigint[])",
        [place.workspaceId, ids],
      ),
  },
});

const outbox = (Claims) => ({
  enqueue: (count) => `
    INSERT INTO messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, author, content, text, status)
    SELECT '${place.workspaceId}', gen_random_uuid(), gen_random_uuid(), '${place.channelId}', gen_random_uuid(), 'out', 'bot',
           '{"type":"text","text":"hola"}', 'hola', 'Pending'
      FROM generate_series(1, ${count}) AS n`,
  claim: {
    begin() {
      const claims = new Claims(place.workspaceId, place.channelId, { key: null });
      return (client) => claims.next(client, BATCH);
    },
    finish: (client, ids) =>
      client.query(
        "UPDATE messages SET status = 'Sent', sent_at = now() WHERE workspace_id = $1 AND id = ANY($2::uuid[])",
        [place.workspaceId, ids],
      ),
  },
});
