// The engine alone, on one core: a walk of five nodes with three plain templates, messages against many keywords, and
// the building and changing of their index. Medians of many rounds after a warm-up.

import { keywordEntries, messages } from "./keyword-set.mjs";

export const name = "engine";

const ROUNDS = 2_000;

/** Microseconds of one call: the median over rounds of `batch` calls each. */
function median(batch, call) {
  for (let i = 0; i < batch * 50; i++) call(i);
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    for (let i = 0; i < batch; i++) call(i);
    times.push(((performance.now() - from) * 1_000) / batch);
  }
  return times.sort((a, b) => a - b)[ROUNDS / 2];
}

const FLOW = {
  format: "hilo.flow/1",
  name: "Walk",
  nodes: [
    { id: "a", type: "text", data: { text: "Hola {{ contact.name }}" } },
    { id: "b", type: "set", data: { assignments: [{ name: "plan", value: "{{ contact.language }}" }] } },
    { id: "c", type: "condition", data: { rules: [{ left: "plan", operator: "equals", right: "es" }] } },
    { id: "d", type: "text", data: { text: "Tu plan: {{ plan }}" } },
    { id: "e", type: "ask", data: { text: "¿Algo más?", saveAs: "more" } },
  ],
  edges: [
    { id: "e0", source: "start", target: "a" },
    { id: "e1", source: "a", target: "b" },
    { id: "e2", source: "b", target: "c" },
    { id: "e3", source: "c", sourceHandle: "yes", target: "d" },
    { id: "e4", source: "d", target: "e" },
  ],
};

const CONTACT = { id: "c", name: "Ana", phone: null, language: "es", timeZone: null, tags: [], fields: {} };
const CHANNEL = { id: "ch", platform: "whatsapp", name: "Shop" };

const SIZES = [100, 1_000, 10_000];

function middle(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** Milliseconds of one call. */
function timed(call) {
  const from = performance.now();
  call();
  return performance.now() - from;
}

/** One message: the median over all messages, each of them the median of many rounds after a warm-up. */
function perMessage(texts, rounds, batch, call) {
  const each = texts.map((text) => {
    for (let i = 0; i < batch; i++) call(text);
    const times = Array.from({ length: rounds }, () =>
      timed(() => {
        for (let i = 0; i < batch; i++) call(text);
      }),
    );
    return (middle(times) * 1_000) / batch;
  });
  return middle(each);
}

/** Messages against keywords: the index at three sizes, a plain loop beside it, and what making and changing it costs. */
function triggerRows({ buildTriggerIndex, matchKeyword }) {
  const all = keywordEntries(SIZES.at(-1));
  const texts = messages(all);
  const context = { contact: CONTACT, channel: CHANNEL };
  const rows = [];
  let fast = 0;
  let index;
  for (const size of SIZES) {
    const entries = all.slice(0, size);
    const built = middle(
      Array.from({ length: 9 }, () =>
        timed(() => {
          index = buildTriggerIndex(entries);
        }),
      ),
    );
    const ask = (text) => index.candidates({ content: { type: "text", text }, firstMessage: false }, context);
    fast = perMessage(texts, 100, 10, ask);
    const many = size.toLocaleString("en-US");
    rows.push({
      what: `one message against ${many} keywords`,
      value: fast,
      unit: "µs, median of 100 messages",
    });
    rows.push({ what: `index of ${many} keywords`, value: built, unit: "ms, median" });
  }
  const naive = perMessage(
    texts.filter((_, i) => i % 10 === 0),
    3,
    1,
    (text) => {
      for (const { trigger } of all) matchKeyword(trigger.keyword, trigger.mode, text);
    },
  );
  rows.push({
    what: "the same by a loop over 10,000 keywords",
    value: naive,
    unit: "µs, median of 10 messages",
  });
  rows.push({ what: "the index is faster by", value: Math.round(naive / fast), unit: "times" });
  const updates = changes(all, index);
  rows.push({ what: "one of 1,000 flows published anew", value: middle(updates), unit: "ms, median" });
  const mean = updates.reduce((sum, each) => sum + each, 0) / updates.length;
  rows.push({ what: "the same, whole rebuilds counted in", value: mean, unit: "ms, mean" });
  return rows;
}

/** Every flow gets other keywords, one after the other. */
function changes(all, first) {
  let index = first;
  const flows = [...new Set(all.map(({ flowId }) => flowId))].map((id) => [
    id,
    all.filter(({ flowId }) => flowId === id),
  ]);
  return flows.map(([flowId, entries]) => {
    const renewed = entries.map((entry) => ({ ...entry, versionId: `${entry.versionId}b` }));
    return timed(() => {
      index = index.withFlow(flowId, renewed);
    });
  });
}

/** A thousand steps: questions, texts that read their answers, waits, and ways back. */
function largeFlow() {
  const ids = Array.from({ length: 1_000 }, (_, i) => `n${i}`);
  const kinds = [
    (i) => ({ type: "ask", data: { text: "¿?", saveAs: `v${i}` } }),
    (i) => ({ type: "text", data: { text: `Hola {{ v${i - 1} }}` } }),
    () => ({ type: "wait", data: { amount: 5, unit: "minutes" } }),
  ];
  const edges = ids.map((id, i) => ({
    id: `e${i}`,
    source: i === 0 ? "start" : `n${i - 1}`,
    target: id,
  }));
  const back = ids
    .filter((_, i) => i % 3 === 0)
    .map((id, i) => ({ id: `b${i}`, source: id, sourceHandle: "invalid", target: "n0" }));
  return {
    format: "hilo.flow/1",
    name: "Large",
    nodes: ids.map((id, i) => ({ id, ...kinds[i % 3](i) })),
    edges: [...edges, ...back],
  };
}

function checkRow({ check }) {
  const flow = largeFlow();
  const times = Array.from({ length: 15 }, () => timed(() => check(flow)));
  return { what: "all checks of a flow of 1,000 steps", value: middle(times), unit: "ms, median" };
}

export async function run({ loadTs }) {
  const engine = await loadTs("flow-engine/src/index.ts");
  const { compile, createSession, parseFlow, step } = engine;
  const program = compile(parseFlow(FLOW).flow, "v1");
  const ctx = { now: 0, timeZone: "UTC", contact: CONTACT, channel: CHANNEL, programs: () => undefined };
  const session = createSession(program, "s");
  const start = { type: "start", cause: { kind: "manual" } };
  const walk = median(20, () => step(program, session, start, ctx));
  return [
    { what: "step: five nodes, three plain templates", value: walk, unit: "µs, median" },
    checkRow(engine),
    ...triggerRows(engine),
  ];
}
