// The server's memory under the load of the end-to-end benchmark, minute by minute: `npm run bench -- memory`.
// BENCH_MINUTES makes it shorter.

import { readFile } from "node:fs/promises";
import { startLoop } from "./lib/keyword-loop.mjs";
import { startFarSide, startPostgres } from "./lib/processes.mjs";

export const name = "memory";
export const onRequest = true;

const MINUTES = Number(process.env.BENCH_MINUTES ?? 10);

export async function run({ loadTs }) {
  const postgres = await startPostgres(loadTs);
  const outside = await startFarSide();
  let hilo;
  try {
    const loop = await startLoop(postgres, outside, "long");
    hilo = loop.hilo;
    const before = await residentMegabytes(hilo);
    const minutes = [];
    let messages = 0;
    for (let minute = 0; minute < MINUTES; minute++) {
      const samples = sample(hilo);
      const { count } = await loop.run({ seconds: 60, warmUp: 0 });
      messages += count;
      minutes.push(await samples.end());
    }
    return rows(before, minutes, messages);
  } finally {
    await hilo?.stop();
    await outside.stop();
    await postgres.stop();
  }
}

function rows(before, minutes, messages) {
  const [first, last] = [minutes[0], minutes.at(-1)];
  return [
    { what: "resident before", value: before, unit: "MB" },
    { what: "in the first minute: middle", value: first.middle, unit: "MB" },
    {
      what: `after ${MINUTES} minutes and ${messages.toLocaleString("en-US")} messages: middle`,
      value: last.middle,
      unit: "MB",
    },
    {
      what: "  most of all (goal: at most 300)",
      value: Math.max(...minutes.map(({ most }) => most)),
      unit: "MB",
    },
    {
      what: "  last against first minute (goal: flat)",
      value: last.middle / first.middle,
      unit: "×",
    },
  ];
}

/** Looks once a second. */
function sample(hilo) {
  const seen = [];
  const timer = setInterval(() => void residentMegabytes(hilo).then((now) => seen.push(now)), 1_000);
  return {
    end: async () => {
      clearInterval(timer);
      seen.push(await residentMegabytes(hilo));
      seen.sort((a, b) => a - b);
      return { middle: seen[Math.floor(seen.length / 2)], most: seen.at(-1) };
    },
  };
}

async function residentMegabytes({ child }) {
  const status = await readFile(`/proc/${child.pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024);
}
