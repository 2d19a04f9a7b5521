// Keyword in → two sends accepted: fifty conversations that write again as soon as they are answered. The server is on one
// core, the stand-in and the customers on the other, the database free on both. Beside it, by turns, the durable
// minimum (minimum.mjs) on the same core and database server. With `--history` the loop also runs against a second
// server, whose database has a million contacts, five million messages and a hundred thousand waiting sessions
// (BENCH_HISTORY: a share of that, such as 0.01).

import path from "node:path";
import { fileURLToPath } from "node:url";
import { byTurns } from "./lib/by-turns.mjs";
import { oldContacts, oldMessages, sizeOf, waitingSessions } from "./lib/history.mjs";
import { customersOf, NUMBERS, startLoop } from "./lib/keyword-loop.mjs";
import { startFarSide, startListening, startPostgres, withClient } from "./lib/processes.mjs";
import { measurePeers } from "./peers/peers.mjs";

export const name = "end to end";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
/** For programs that are not ours. */
const OUTSIDE_NUMBERS = Array.from({ length: NUMBERS }, (_, n) => ({
  platformId: `10020030${n}`,
  appSecret: `secret-${n}`,
}));
const SHARE = Number(process.env.BENCH_HISTORY ?? 1);
const HISTORY = { contacts: 1_000_000 * SHARE, messages: 5_000_000 * SHARE, sessions: 100_000 * SHARE };

export async function run({ loadTs, history = false, peers = false }) {
  const postgres = await startPostgres(loadTs);
  const outside = await startFarSide();
  const started = [];
  const start = (program) => {
    started.push(program);
    return program;
  };
  try {
    const ours = start(await prepareHilo(postgres, outside, "new"));
    const minimum = start(await prepareMinimum(postgres, outside));
    const old = history ? start(await prepareHilo(postgres, outside, "old")) : null;
    const made = old ? await addHistory(old) : null;
    const measures = [ours, minimum, ...(old ? [old] : [])].map(measuring);
    const [fresh, least, aged] = await byTurns(measures, ({ loop }) => loop.p50);
    const others = peers ? await measurePeers(outside, OUTSIDE_NUMBERS, SECONDS) : [];
    return [
      ...rows(fresh, least),
      ...peerRows(fresh, others),
      ...(made ? historyRows(fresh, { ...aged, ...made }) : []),
    ];
  } finally {
    for (const { stop } of started) await stop();
    await outside.stop();
    await postgres.stop();
  }
}

const measuring = (program) => async () => ({
  loop: await program.run({ seconds: SECONDS }),
  alone: await program.alone(),
});

async function prepareHilo(postgres, outside, database) {
  const { hilo, ...loop } = await startLoop(postgres, outside, database);
  return { ...loop, stop: hilo.stop };
}

async function addHistory({ databaseUrl, numbers, flowId }) {
  const [{ channelId }] = numbers;
  return withClient(databaseUrl, async (client) => {
    const from = performance.now();
    const { rows } = await client.query(
      'SELECT workspace_id AS "workspaceId", published_version_id AS "versionId" FROM flows WHERE id = $1',
      [flowId],
    );
    const place = { ...rows[0], channelId, flowId };
    await client.query("SET synchronous_commit = off");
    await oldContacts(client, place, HISTORY.contacts);
    await oldMessages(client, place, HISTORY.messages, HISTORY.messages / HISTORY.contacts);
    await waitingSessions(client, place, HISTORY.sessions);
    return { seconds: (performance.now() - from) / 1_000, gigabytes: (await sizeOf(client)) / 1024 ** 3 };
  });
}

async function prepareMinimum(postgres, outside) {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), "minimum.mjs");
  const env = {
    DATABASE_URL: await postgres.database("minimum"),
    GRAPH_API_URL: outside.url,
    NUMBERS: JSON.stringify(OUTSIDE_NUMBERS),
  };
  const { url, stop } = await startListening(file, { env });
  return { ...customersOf(outside, { url, numbers: OUTSIDE_NUMBERS }), stop };
}

function rows(ours, theirs) {
  const failed = Object.entries({ ...ours.loop.failures, ...theirs.loop.failures });
  if (failed.length > 0) console.error(`failures: ${JSON.stringify(failed)}`);
  return [
    { what: "keyword in → two sends, 50 conversations", value: ours.loop.perSecond, unit: "1/s" },
    { what: "  p50", value: ours.loop.p50, unit: "ms" },
    { what: "  p99 (goal: at most 100)", value: ours.loop.p99, unit: "ms" },
    { what: "durable minimum", value: theirs.loop.perSecond, unit: "1/s" },
    { what: "  p50", value: theirs.loop.p50, unit: "ms" },
    { what: "  p99", value: theirs.loop.p99, unit: "ms" },
    {
      what: "ratio (goal: at least 0.6, then 0.8)",
      value: ours.loop.perSecond / theirs.loop.perSecond,
      unit: "×",
    },
    {
      what: "one conversation alone, webhook → first send, p50 (goal: at most 12)",
      value: ours.alone.p50,
      unit: "ms",
    },
    { what: "  p99 (goal: at most 40)", value: ours.alone.p99, unit: "ms" },
    { what: "  the minimum's p50", value: theirs.alone.p50, unit: "ms" },
  ];
}

function peerRows(ours, others) {
  if (others.length === 0) return [];
  const fastest = Math.max(...others.map(({ loop }) => loop.perSecond));
  return [
    ...others.flatMap(({ name, loop }) => [
      { what: name, value: loop.perSecond, unit: "1/s" },
      { what: "  p50", value: loop.p50, unit: "ms" },
      { what: "  not answered", value: loop.failures.late ?? 0, unit: "" },
    ]),
    {
      what: "ratio to the fastest of them (goal: at least 1.3)",
      value: ours.loop.perSecond / fastest,
      unit: "×",
    },
  ];
}

function historyRows(fresh, old) {
  const figures = [
    ["keyword in → two sends", "1/s", fresh.loop.perSecond / old.loop.perSecond, old.loop.perSecond],
    ["  p50", "ms", old.loop.p50 / fresh.loop.p50, old.loop.p50],
    ["  p99", "ms", old.loop.p99 / fresh.loop.p99, old.loop.p99],
    ["one conversation alone, p50", "ms", old.alone.p50 / fresh.alone.p50, old.alone.p50],
  ];
  const many = Object.entries(HISTORY).map(([what, count]) => `${count.toLocaleString("en-US")} ${what}`);
  return [
    { what: `with ${many.join(", ")}: made in`, value: old.seconds, unit: "s" },
    { what: "  size", value: old.gigabytes, unit: "GB" },
    ...figures.flatMap(([what, unit, ratio, value]) => [
      { what, value, unit },
      { what: "    worse by (goal: at most 1.3)", value: ratio, unit: "×" },
    ]),
  ];
}
