/**
 * The step over random flows and inputs. A failure prints its seed; give it back as HILO_PROPERTY_SEED.
 * HILO_PROPERTY_STEPS: how many steps to take, 100,000 unless told.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { z } from "zod";
import { type Effect, effectSchema } from "../effects/schema.ts";
import { sortedJson } from "../expressions/print.ts";
import { MAX_TEMPLATE_CHARS } from "../expressions/templates.ts";
import type { Input } from "../inputs/schema.ts";
import { createSession } from "../session/create-session.ts";
import { type Session, sessionSchema } from "../session/schema.ts";
import { traceEventSchema } from "../trace/schema.ts";
import type { StepContext } from "./context.ts";
import {
  MAX_CALL_DEPTH,
  MAX_SENDS_PER_STEP,
  MAX_STEPS_PER_SESSION,
  MAX_VARS_CHARS,
  MAX_VISITS_PER_STEP,
} from "./limits.ts";
import { inputOf, MIN_MOVES, type Move, movesArbitrary } from "./random-input.fixture.ts";
import { compileWorld, ERROR_MESSAGE, type World, worldArbitrary } from "./random-world.fixture.ts";
import { type StepResult, step } from "./step.ts";
import { isMachineWork } from "./walk.ts";

const STEPS = Number(process.env.HILO_PROPERTY_STEPS ?? 100_000);
const seed = process.env.HILO_PROPERTY_SEED;
const effectsSchema = z.array(effectSchema);
const traceSchema = z.array(traceEventSchema);
type Compiled = ReturnType<typeof compileWorld>;
const HOUR = 3_600_000;
/** The night in which clocks change in Madrid. */
const NOW = Date.parse("2026-03-28T22:30:00Z");

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key of Reflect.ownKeys(value)) deepFreeze(Reflect.get(value, key));
  }
  return value;
}

const WORLD_OUTSIDE = deepFreeze<Omit<StepContext, "now" | "programs">>({
  timeZone: "Europe/Madrid",
  contact: {
    id: "c",
    name: "Ana",
    phone: "34600111222",
    language: "es",
    timeZone: null,
    tags: ["lead"],
    fields: { n: 1 },
  },
  channel: { id: "ch", platform: "simulator", name: "Simulator" },
});

const contextOf = (now: number, { programs }: Compiled): StepContext =>
  Object.freeze({ ...WORLD_OUTSIDE, now, programs });

/** A value as PostgreSQL's jsonb gives it back: shorter names first, then by bytes. */
function stored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, each: unknown) => {
    if (typeof each !== "object" || each === null || Array.isArray(each)) return each;
    const entries = Object.entries(each).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
    return Object.fromEntries(entries);
  });
}

/** Everything that must hold after any step. */
function checkStep(before: Session, result: StepResult): void {
  const { session, effects } = result;
  sessionSchema.parse(session);
  effectsSchema.parse(effects);
  traceSchema.parse(result.trace);
  assert.deepEqual(JSON.parse(JSON.stringify(session)), session);
  assert.equal(session.seq, before.seq + 1);
  checkStatus(session);
  checkLimits(result);
  checkWait(before, result);
  for (const [index, effect] of effects.entries())
    assert.equal(effect.id, `${session.id}:${session.seq}:${index}`);
  if (before.endReason !== undefined) {
    assert.deepEqual({ ...session, seq: before.seq }, before);
    assert.deepEqual(effects, []);
  }
}

function checkStatus({ status, wait, endReason, error }: Session): void {
  const ended = endReason !== undefined;
  assert.equal(ended, status === "Completed" || status === "Errored");
  assert.equal(status === "Errored", endReason === "error" || endReason === "limit");
  assert.equal(status === "Errored", error !== undefined);
  assert.equal(wait === null, ended);
  if (wait) assert.equal(status, isMachineWork(wait) ? "Active" : "Paused");
}

function checkLimits({ session, effects, trace }: StepResult): void {
  const sends = effects.filter((effect) => effect.type === "send-message");
  // The error message comes on top.
  assert.ok(sends.length <= MAX_SENDS_PER_STEP + 1);
  for (const { content } of sends)
    assert.ok(content.type !== "text" || content.text.length <= MAX_TEMPLATE_CHARS);
  assert.ok(trace.filter((event) => event.type === "node-entered").length <= MAX_VISITS_PER_STEP);
  assert.ok(trace.filter((event) => event.type === "session-ended").length <= 1);
  assert.ok(session.frames.length <= MAX_CALL_DEPTH);
  assert.ok(session.seq <= MAX_STEPS_PER_SESSION || session.endReason !== undefined);
  assert.ok(JSON.stringify([session.vars, session.frames, session.wait]).length <= MAX_VARS_CHARS);
}

/** A wait that began has what will end it; a wait that is over has its timers called off. */
function checkWait(before: Session, { session: { wait }, effects }: StepResult): void {
  if (wait && wait.id !== before.wait?.id) {
    // A message kept before ends a wait in the step that began it; the next one has the same name.
    const begun = effects.findLastIndex((effect) => effect.type === "cancel-timers") + 1;
    const timers = effects
      .slice(begun)
      .filter((effect) => effect.type === "set-timer" && effect.waitId === wait.id);
    const purposes = timers.map((effect) => effect.type === "set-timer" && effect.purpose);
    if (wait.for === "message") assert.ok(purposes.includes("expiry"));
    if (wait.for === "timer") assert.deepEqual(purposes, ["wake"]);
    if (wait.for === "delivery") assert.deepEqual(purposes, ["timeout"]);
    const asks = effects.some((effect) => effect.type === "perform-task" && effect.waitId === wait.id);
    assert.equal(asks, wait.for === "task");
  }
  if (before.wait && before.wait.id !== wait?.id) {
    const over = before.wait.id;
    assert.ok(effects.some((effect) => effect.type === "cancel-timers" && effect.waitId === over));
  }
}

/** One step on two compilations, and now and then once more with session and input as they come back from storage. */
function stepAlike(
  [one, two]: readonly [Compiled, Compiled],
  session: Session,
  input: Input,
  now: number,
): StepResult {
  const result = step(one.root, session, input, contextOf(now, one));
  const again = step(two.root, session, input, contextOf(now, two));
  assert.equal(JSON.stringify(again), JSON.stringify(result));
  if (session.seq % 4 === 2) {
    const resumed = step(two.root, stored(session), stored(input), contextOf(now, two));
    assert.equal(sortedJson(resumed), sortedJson(result));
  }
  checkStep(session, result);
  return result;
}

const countErrorMessages = (effects: readonly Effect[]): number =>
  effects.filter(
    (each) =>
      each.type === "send-message" && each.content.type === "text" && each.content.text === ERROR_MESSAGE,
  ).length;

/** Plays one session from its start through the moves until it has ended, and one move more. Returns the moves taken. */
function playSession(
  compiled: readonly [Compiled, Compiled],
  id: string,
  moves: readonly Move[],
  firstSeq: number,
): number {
  let session = deepFreeze(createSession(compiled[0].root, id, { a: "1", b: ["x"] }));
  let errorMessages = 0;
  let taken = 0;
  let ended = false;
  while (taken <= moves.length && !ended) {
    const move = moves[taken - 1];
    const input = deepFreeze<Input>(
      move ? inputOf(move, session) : { type: "start", cause: { kind: "manual" } },
    );
    ended = session.endReason !== undefined;
    const { session: next, effects } = stepAlike(compiled, session, input, NOW + taken * HOUR);
    errorMessages += countErrorMessages(effects);
    session = deepFreeze(taken === 0 ? { ...next, seq: firstSeq } : next);
    taken += 1;
  }
  assert.equal(errorMessages, session.status === "Errored" ? 1 : 0);
  // Steps on ended sessions are not counted: little can go wrong there.
  return ended ? taken - 1 : taken;
}

function playWorld(world: World, moves: readonly Move[], firstSeq: number): number {
  const compiled = [compileWorld(world), compileWorld(world)] as const;
  let taken = 0;
  while (taken < moves.length) taken += playSession(compiled, `s${taken}`, moves.slice(taken), firstSeq);
  return taken;
}

test(`keeps its promises over ${STEPS} steps of random flows`, { timeout: 3_600_000 }, () => {
  let steps = 0;
  // The last inputs of a long session are worth as much as the first.
  const firstSeq = fc.constantFrom(1, 1, 1, MAX_STEPS_PER_SESSION - 5);
  const property = fc.property(worldArbitrary, movesArbitrary, firstSeq, (world, moves, seq) => {
    if (steps < STEPS) steps += playWorld(world, moves, seq);
  });
  const seeded = seed === undefined ? {} : { seed: Number(seed) };
  fc.assert(property, { numRuns: Math.ceil(STEPS / MIN_MOVES), ...seeded });
  assert.ok(steps >= STEPS);
});
