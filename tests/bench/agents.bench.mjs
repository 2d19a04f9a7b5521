// How long a customer's message takes to be seen by agents, under the load of the end-to-end benchmark: five hundred
// sockets, ten on each conversation, all of them with the list of conversations open.

import { CONVERSATIONS, startLoop } from "./lib/keyword-loop.mjs";
import { percentiles } from "./lib/percentiles.mjs";
import { startFarSide, startOutside, startPostgres } from "./lib/processes.mjs";

export const name = "agents";

const AGENTS = 500;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);

export async function run({ loadTs }) {
  const postgres = await startPostgres(loadTs);
  const outside = await startFarSide();
  const watching = await startOutside("agents.mjs");
  let hilo;
  try {
    const loop = await startLoop(postgres, outside, "watched");
    hilo = loop.hilo;
    const alone = await loop.run({ seconds: SECONDS });
    const { items: conversations } = await hilo.api("GET", `/conversations?limit=${CONVERSATIONS}`);
    const contactIds = Array.from(
      { length: AGENTS },
      (_, n) => conversations[n % conversations.length].contact.id,
    );
    await watching.ask("connect", { url: hilo.url, token: hilo.apiKey, contactIds });
    await loop.run({ seconds: 1, warmUp: 2 });
    await watching.ask("seen");
    const watched = await loop.run({ seconds: SECONDS, warmUp: 0, noted: true });
    // What was said last may still be on its way.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    return rows(alone, watched, await watching.ask("seen"));
  } finally {
    await hilo?.stop();
    await watching.stop();
    await outside.stop();
    await postgres.stop();
  }
}

function rows(alone, watched, { seen, frames, closed }) {
  const written = new Map(watched.written);
  const times = seen.flatMap(([id, at]) => (written.has(id) ? [at - written.get(id)] : []));
  const expected = (written.size * AGENTS) / CONVERSATIONS;
  if (times.length !== expected || closed > 0)
    throw new Error(`${times.length} of ${expected} messages were seen, ${closed} sockets were closed`);
  const { p50, p99 } = percentiles(times);
  return [
    { what: `a message seen by ${AGENTS} agents' sockets under load, p50`, value: p50, unit: "ms" },
    { what: "  p99 (goal: at most 300)", value: p99, unit: "ms" },
    { what: "  frames sent for a message", value: frames / watched.count, unit: "" },
    { what: "keyword in → two sends meanwhile", value: watched.perSecond, unit: "1/s" },
    { what: "  without agents", value: alone.perSecond, unit: "1/s" },
  ];
}
