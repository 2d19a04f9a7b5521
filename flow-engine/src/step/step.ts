/** The one interpreter: a pure, synchronous function from (program, session, input, context) to (session, effects, trace). */
import type { Effect } from "../effects/schema.ts";
import type { Program } from "../flow/program.ts";
import type { InputMessage } from "../inputs/message.ts";
import type { Input } from "../inputs/schema.ts";
import type { Session } from "../session/schema.ts";
import type { TraceEvent } from "../trace/schema.ts";
import { applyInput } from "./apply-input.ts";
import type { StepContext } from "./context.ts";
import { MAX_STEPS_PER_SESSION } from "./limits.ts";
import { Walk } from "./walk.ts";

export interface StepResult {
  session: Session;
  effects: Effect[];
  trace: TraceEvent[];
  /** Messages kept while a request ran, which the session has ended without hearing: they may start a flow. */
  leftover: InputMessage[];
}

/**
 * Applies one input. Never mutates its arguments; the same arguments give the same result.
 * A finished session ignores everything (the trace says so). Throws only on a bug.
 * @param program the program of the session's first frame
 */
export function step(program: Program, session: Session, input: Input, ctx: StepContext): StepResult {
  const walk = new Walk(program, session, ctx);
  if (session.status === "Completed" || session.status === "Errored") {
    walk.record({ type: "input-ignored", reason: "session-ended" });
    return walk.result();
  }
  if (session.seq >= MAX_STEPS_PER_SESSION) {
    walk.fail("limit-steps", `the session took ${MAX_STEPS_PER_SESSION} inputs`, null, "limit");
    return walk.result();
  }
  applyInput(walk, input);
  return walk.result();
}
