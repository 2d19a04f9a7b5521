// The engine alone, on one core: a walk of five nodes with three plain templates, one message against many keywords,
// and the building of their index. Medians of many rounds after a warm-up.

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

/** 10,000 keywords of 1,000 flows: made-up words, so that none is part of the message by chance. */
function entries() {
  return Array.from({ length: 10_000 }, (_, i) => ({
    flowId: `f${i % 1_000}`,
    versionId: `v${i % 1_000}`,
    priority: 0,
    createdAt: i,
    trigger: { type: "keyword", keyword: `zk${i.toString(36)}qx`, mode: "word" },
  }));
}

export async function run({ loadTs }) {
  const { buildTriggerIndex, compile, createSession, parseFlow, step } =
    await loadTs("flow-engine/src/index.ts");
  const program = compile(parseFlow(FLOW).flow, "v1");
  const ctx = { now: 0, timeZone: "UTC", contact: CONTACT, channel: CHANNEL, programs: () => undefined };
  const session = createSession(program, "s");
  const start = { type: "start", cause: { kind: "manual" } };
  const walk = median(20, () => step(program, session, start, ctx));

  const from = performance.now();
  const index = buildTriggerIndex(entries());
  const built = performance.now() - from;
  const message = {
    content: { type: "text", text: "buenas tardes, quería saber del pedido zk5yqx gracias" },
    firstMessage: false,
  };
  const context = { contact: CONTACT, channel: CHANNEL };
  const match = median(20, () => index.candidates(message, context));
  return [
    { what: "step: five nodes, three plain templates", value: walk, unit: "µs, median" },
    { what: "one message against 10,000 keywords", value: match, unit: "µs, median" },
    { what: "index of 10,000 keywords", value: built, unit: "ms" },
  ];
}
