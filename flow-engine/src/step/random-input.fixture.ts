/** Arbitrary inputs for property tests: moves, made into inputs for the session as it stands. */
import fc from "fast-check";
import type { InboundContent } from "../content/inbound.ts";
import type { Input, TaskResult } from "../inputs/schema.ts";
import type { Session } from "../session/schema.ts";
import { MAX_VARS_CHARS } from "./limits.ts";

const word = fc.constantFrom(
  "hola",
  "Sí",
  "no",
  "2",
  "7",
  "1.234,5",
  "ana@example.org",
  "{{ contact.phone }}",
  "saltar",
  "2026-02-30",
  "",
);

const content = fc.oneof(
  { weight: 6, arbitrary: word.map((text) => ({ type: "text" as const, text })) },
  fc.constantFrom<InboundContent>(
    { type: "media" as const, media: { kind: "image" as const, id: "m" }, caption: "hola" },
    { type: "location" as const, latitude: 1, longitude: 2 },
    { type: "contacts" as const, contacts: [] },
    { type: "form" as const, name: "flow", values: { a: "1" } },
    { type: "reaction" as const, messageId: "m", emoji: "👍" },
    { type: "unknown" as const, platformType: "poll", raw: null },
  ),
);

/** Stands for a body too large to keep, so that failures stay readable. */
const TOO_LARGE = "too large";

const result = fc.oneof(
  fc.record({
    ok: fc.constant(true as const),
    status: fc.constantFrom(200, 404),
    body: fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom({ b: 1, a: [1, 2], ccc: { z: 1, yy: 2 } }, TOO_LARGE),
      fc.constantFrom({ text: "Hola. ¿Qué tal?" }, { data: { category: "cat-0", a: "1", b: [1] } }),
    ),
  }),
  fc.constant({ ok: false as const, code: "timeout", message: "no answer" }),
);

/** What happens next, seen from the session. `late` moves name a wait that is over. */
const move = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("say" as const), content }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("tap" as const),
      id: fc.constantFrom("opt-0", "opt-1", "constructor", "gone"),
      nodeId: fc.option(
        fc.nat(9).map((n) => `n${n}`),
        { nil: undefined },
      ),
      own: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("timer" as const),
      purpose: fc.constantFrom("timeout" as const, "wake" as const, "expiry" as const),
      late: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("result" as const), result, late: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("agent" as const),
      action: fc.constantFrom("hand-back" as const, "end" as const),
    }),
  },
  /** What the session waits for, whatever that is: keeps walks going. */
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("please" as const), text: word, result }) },
  { weight: 1, arbitrary: fc.constant({ kind: "start" as const }) },
);

/** What comes from outside of the flow: other flows, programs, platforms, words that mean the same everywhere. */
const livelyMove = fc.oneof(
  { weight: 12, arbitrary: move },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("interrupt" as const),
      program: fc.constantFrom("v0", "v1", "v2", "gone"),
      by: fc.constantFrom("word" as const, "tag" as const),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom("baja", "agente", "cancelar", "Stop").map(saying) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("call" as const), body: fc.jsonValue({ maxDepth: 2 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("report" as const),
      effect: fc.nat(3),
      status: fc.constantFrom("sent" as const, "failed" as const),
    }),
  },
);
export type Move = typeof livelyMove extends fc.Arbitrary<infer T> ? T : never;

function saying(text: string) {
  return { kind: "say" as const, content: { type: "text" as const, text } };
}

/** Enough for several sessions of one world: making worlds is what takes long. */
export const MIN_MOVES = 120;
const many = { minLength: MIN_MOVES, maxLength: 2 * MIN_MOVES };
export const movesArbitrary: fc.Arbitrary<Move[]> = fc.array(move, many);
export const livelyMovesArbitrary: fc.Arbitrary<Move[]> = fc.array(livelyMove, many);

export function inputOf(each: Move, session: Session): Input {
  const waitId = session.wait?.id ?? "none";
  switch (each.kind) {
    case "start":
      return { type: "start", cause: { kind: "manual" } };
    case "say":
      return { type: "message", message: { id: "m", content: each.content } };
    case "tap":
      return tap(each, session);
    case "timer":
      return { type: "timer", waitId: each.late ? "w0" : waitId, purpose: each.purpose };
    case "result":
      return { type: "task-result", waitId: each.late ? "w0" : waitId, result: resultOf(each.result) };
    case "agent":
      return { type: "agent", action: each.action };
    case "please":
      return please(each, session, waitId);
    case "interrupt":
      return interrupt(each);
    case "call":
      return { type: "webhook", body: each.body };
    case "report":
      return {
        type: "delivery",
        effectId: `${session.id}:${session.seq}:${each.effect}`,
        status: each.status,
      };
  }
}

function resultOf(answer: TaskResult): TaskResult {
  return answer.ok && answer.body === TOO_LARGE ? { ...answer, body: "x".repeat(MAX_VARS_CHARS) } : answer;
}

function interrupt({ program, by }: Extract<Move, { kind: "interrupt" }>): Input {
  const cause = { kind: "trigger" as const };
  if (by === "tag") return { type: "interrupt", program, cause, event: { type: "tag-added", tag: "vip" } };
  const message = { id: "m", content: { type: "text" as const, text: "hola" } };
  return { type: "interrupt", program, cause, message };
}

function tap({ id, nodeId, own }: Extract<Move, { kind: "tap" }>, session: Session): Input {
  const origin = { sessionId: own ? session.id : "other", ...(nodeId === undefined ? {} : { nodeId }) };
  const content = { type: "tap" as const, tap: { kind: "button" as const, id, title: "Sí", ...origin } };
  return { type: "message", message: { id: "m", content } };
}

function please(
  { text, result: answer }: Extract<Move, { kind: "please" }>,
  session: Session,
  waitId: string,
): Input {
  switch (session.wait?.for) {
    case "timer":
      return { type: "timer", waitId, purpose: "wake" };
    case "task":
      return { type: "task-result", waitId, result: resultOf(answer) };
    case "agent":
      return { type: "agent", action: "hand-back" };
    case "webhook":
      return { type: "webhook", body: answer.ok ? answer.body : null };
    case "delivery":
      return {
        type: "delivery",
        effectId: String(session.wait.memory?.sent),
        status: answer.ok ? "sent" : "failed",
      };
    default:
      return { type: "message", message: { id: "m", content: { type: "text", text } } };
  }
}
