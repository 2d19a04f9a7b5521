/** What must hold after any step, whatever the flow, the input and the surroundings. */
import assert from "node:assert/strict";
import { z } from "zod";
import { effectSchema } from "../effects/schema.ts";
import { MAX_TEMPLATE_CHARS } from "../expressions/templates.ts";
import { nodeSpec } from "../nodes/index.ts";
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
import type { StepResult } from "./step.ts";
import { isMachineWork } from "./walk.ts";

const effectsSchema = z.array(effectSchema);
const traceSchema = z.array(traceEventSchema);

/** Everything that must hold after any step. */
export function checkStep(before: Session, result: StepResult, programs: StepContext["programs"]): void {
  const { session, effects } = result;
  sessionSchema.parse(session);
  effectsSchema.parse(effects);
  traceSchema.parse(result.trace);
  assert.deepEqual(JSON.parse(JSON.stringify(session)), session);
  assert.equal(session.seq, before.seq + 1);
  checkStatus(session);
  checkLimits(result);
  checkWait(before, result);
  checkPlace(session, programs);
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

/** Where a session waits there is a node that takes it up again, and only flows below it are put aside. */
function checkPlace({ wait, frames }: Session, programs: StepContext["programs"]): void {
  if (!wait) return;
  const frame = frames.at(-1);
  assert.equal(frame?.suspended, undefined);
  const node = programs(frame?.program ?? "")?.nodes.get(frame?.nodeId ?? "");
  assert.ok(node && nodeSpec(node.type).resume, `nothing resumes ${frame?.nodeId}`);
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
