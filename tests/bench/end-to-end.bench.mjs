// Keyword in → two sends accepted: fifty conversations that write again as soon as they are answered. The server is on one
// core, the stand-in and the customers on the other, the database free on both. Beside it, in the same run, the durable
// minimum (minimum.mjs) on the same core and database server.

import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  connectNumbers,
  freePort,
  publish,
  startFarSide,
  startHilo,
  startNode,
  startPostgres,
} from "./lib/processes.mjs";

export const name = "end to end";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const CONVERSATIONS = 50;
const NUMBERS = 4;

/** Two texts, each different from the last: twenty equal ones would be a loop. */
const FLOW = {
  format: "hilo.flow/1",
  name: "Bench",
  language: "es",
  triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
  nodes: [
    { id: "a", type: "text", data: { text: "Hola {{ contact.name }}: {{ message.text | truncate: 20 }}" } },
    { id: "b", type: "text", data: { text: "¿Qué deseas? {{ message.id }}" } },
  ],
  edges: [
    { id: "e0", source: "start", target: "a" },
    { id: "e1", source: "a", target: "b" },
  ],
};

export async function run({ loadTs }) {
  const postgres = await startPostgres(loadTs);
  const outside = await startFarSide();
  try {
    const ours = await measureHilo(postgres, outside);
    const theirs = await measureMinimum(postgres, outside);
    return rows(ours, theirs);
  } finally {
    await outside.stop();
    await postgres.stop();
  }
}

async function measureHilo(postgres, outside) {
  const hilo = await startHilo({ databaseUrl: await postgres.database("hilo"), graphUrl: outside.url });
  try {
    const numbers = await connectNumbers(hilo, NUMBERS);
    await publish(hilo, FLOW);
    const loop = await outside.ask("closedLoop", {
      url: hilo.webhook,
      numbers,
      conversations: CONVERSATIONS,
      seconds: SECONDS,
      statuses: true,
    });
    const alone = await outside.ask("alone", { url: hilo.webhook, numbers, rounds: 200 });
    return { loop, alone };
  } finally {
    await hilo.stop();
  }
}

async function measureMinimum(postgres, outside) {
  const port = await freePort();
  const numbers = Array.from({ length: NUMBERS }, (_, n) => ({
    platformId: `10020030${n}`,
    appSecret: `secret-${n}`,
  }));
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), "minimum.mjs");
  const minimum = await startNode(0, file, {
    env: {
      DATABASE_URL: await postgres.database("minimum"),
      GRAPH_API_URL: outside.url,
      PORT: String(port),
      NUMBERS: JSON.stringify(numbers),
    },
  });
  try {
    const url = `http://127.0.0.1:${port}/`;
    await untilListening(url);
    const loop = await outside.ask("closedLoop", {
      url,
      numbers,
      conversations: CONVERSATIONS,
      seconds: SECONDS,
    });
    const alone = await outside.ask("alone", { url, numbers, rounds: 200 });
    return { loop, alone };
  } finally {
    await minimum.stop();
  }
}

async function untilListening(url) {
  for (let tries = 0; tries < 200; tries++) {
    const up = await fetch(url, { method: "POST", body: "{}" }).then(
      () => true,
      (error) => error.cause?.code !== "ECONNREFUSED",
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
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
