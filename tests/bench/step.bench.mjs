// One step of the engine beside one transition of XState, on the nearest machine: five states walked through at once,
// three texts filled in, one condition, a wait at the end. The walk is a session's whole first step: copies, trace and
// effects included. Medians of many rounds after a warm-up, in turns, so that both see the same machine.

import { assign, setup, transition } from "xstate";

export const name = "step";

const ROUNDS = 1_000;
const BATCH = 20;

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

/** The same walk as a machine: texts are functions of the context, sends are actions that only collect. */
function machine() {
  const say = (text) => ({ type: "say", params: ({ context }) => ({ text: text(context) }) });
  const next = (target, actions = []) => ({ always: { target, actions } });
  return setup({
    actions: { say: () => {} },
    guards: { spanish: ({ context }) => context.plan === "es" },
  }).createMachine({
    id: "walk",
    context: { name: "Ana", language: "es", plan: "" },
    initial: "idle",
    states: {
      idle: { on: { START: "a" } },
      a: next("b", [say(({ name: who }) => `Hola ${who}`)]),
      b: next("c", [assign({ plan: ({ context }) => `${context.language}` })]),
      c: { always: [{ target: "d", guard: "spanish" }, { target: "done" }] },
      d: next("e", [say(({ plan }) => `Tu plan: ${plan}`)]),
      e: { entry: [say(() => "¿Algo más?")], on: { ANSWER: "done" } },
      done: { type: "final" },
    },
  });
}

const medianOf = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Microseconds of one call of each, measured in turns. */
function inTurns(calls) {
  for (const call of calls) for (let i = 0; i < 20_000; i++) call();
  const times = calls.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, call] of calls.entries()) {
      const from = performance.now();
      for (let i = 0; i < BATCH; i++) call();
      times[at].push(((performance.now() - from) * 1_000) / BATCH);
    }
  }
  return times.map(medianOf);
}

/** A session that has asked and kept twenty things, as it is stored. */
function answered({ compile, createSession, step }, ctx) {
  const ids = Array.from({ length: 20 }, (_, i) => `q${i}`);
  const flow = {
    format: "hilo.flow/1",
    name: "Twenty",
    nodes: [...ids, "last"].map((id) => ({
      id,
      type: "ask",
      data: { text: "¿Qué?", saveAs: `answer_${id}` },
    })),
    edges: ["start", ...ids].map((source, i) => ({ id: `e${i}`, source, target: ids[i] ?? "last" })),
  };
  const program = compile(flow, "0199d2f0-0000-7000-8000-000000000000");
  let session = createSession(program, "0199d2f0-0000-7000-8000-000000000001");
  const take = (input) => {
    session = step(program, session, input, ctx).session;
  };
  take({ type: "start", cause: { kind: "trigger", keyword: "encuesta", mode: "word" } });
  for (const id of ids) {
    const content = { type: "text", text: "una respuesta de unas palabras" };
    take({ type: "message", message: { id: `wamid.HBgLMzQ2MDAwMDAwMDEVAgASGBQ${id}`, content } });
  }
  return session;
}

export async function run({ loadTs }) {
  const engine = await loadTs("flow-engine/src/index.ts");
  const { compile, createSession, step } = engine;
  const program = compile(FLOW, "v1");
  const ctx = { now: 0, timeZone: "UTC", contact: CONTACT, channel: CHANNEL, programs: () => undefined };
  const session = createSession(program, "s");
  const start = { type: "start", cause: { kind: "manual" } };
  const walk = machine();
  const idle = walk.getInitialSnapshot === undefined ? undefined : initial(walk);
  const [ours, theirs] = inTurns([
    () => step(program, session, start, ctx),
    () => transition(walk, idle, { type: "START" }),
  ]);
  const bytes = Buffer.byteLength(JSON.stringify(answered(engine, ctx)));
  return [
    { what: "a step of five nodes, three plain templates", value: ours, unit: "µs, median" },
    { what: "one XState transition through five states", value: theirs, unit: "µs, median" },
    { what: "ratio (goal: at most 0.5)", value: ours / theirs, unit: "× its time" },
    { what: "session after 20 answers (goal: at most 2,048)", value: bytes, unit: "bytes of JSON" },
  ];
}

function initial(walk) {
  return transition(
    walk,
    walk.resolveState({ value: "idle", context: { name: "Ana", language: "es", plan: "" } }),
    {
      type: "IGNORED",
    },
  )[0];
}
