// A million keywords in one workspace: what their index costs to make and to keep, and what a message costs against it.
// Times of one core: a process that shares the machine is counted by what it used, not by what it waited for.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { keywordEntries, messages } from "./keyword-set.mjs";

export const name = "keywords";

const KEYWORDS = 1_000_000;
const BUILDS = 3;
/** Each message is asked so often; its figure is the middle one, so that a pause of the machine counts for none. */
const ROUNDS = 30;
const MB = 1024 * 1024;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

function used() {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / MB;
}

/** Milliseconds of processor time. */
function worked(call) {
  const from = process.cpuUsage();
  call();
  return process.cpuUsage(from).user / 1_000;
}

function timed(call) {
  const from = performance.now();
  call();
  return performance.now() - from;
}

const sorted = (times) => times.toSorted((a, b) => a - b);

export async function run({ loadTs }) {
  const { buildTriggerIndex } = await loadTs("flow-engine/src/index.ts");
  const entries = keywordEntries(KEYWORDS);
  const texts = messages(entries);
  const before = used();
  let index;
  const builds = Array.from({ length: BUILDS }, () =>
    worked(() => {
      index = buildTriggerIndex(entries);
    }),
  );
  const memory = used() - before;
  const context = {
    contact: { id: "c", name: "Ana", phone: null, language: "es", timeZone: null, tags: [], fields: {} },
    channel: { id: "ch", platform: "whatsapp", name: "Shop" },
  };
  const ask = (text) => index.candidates({ content: { type: "text", text }, firstMessage: false }, context);
  const first = texts.map((text) => timed(() => ask(text)));
  const each = texts.map((text) => {
    const times = Array.from({ length: ROUNDS }, () => timed(() => ask(text)));
    return sorted(times)[ROUNDS / 2];
  });
  return [
    { what: "index of 1,000,000 keywords", value: sorted(builds)[1], unit: "ms of one core, median" },
    { what: "memory of the index", value: memory, unit: "MB beside the triggers" },
    { what: "one message against them, p50", value: sorted(each)[50], unit: "ms" },
    { what: "one message against them, p99", value: sorted(each)[98], unit: "ms" },
    { what: "the first time it is asked, p50", value: sorted(first)[50], unit: "ms" },
  ];
}
