/** A question's wrong answers: counted in the wait's memory, repeated, and left by `invalid` when they are too many. */
import { go, type Outcome, type Port, type ResumeScope, type Timer } from "./define-node.ts";

/** Ways out that every question may have besides its answers. */
export const INVALID_PORT: Port = { id: "invalid", label: "Wrong answer", optional: true };
export const TIMEOUT_PORT: Port = { id: "timeout", label: "No answer in time", optional: true };
export const EXPIRED_PORT: Port = { id: "expired", label: "Conversation expired", optional: true };
export const QUESTION_PORTS: readonly Port[] = [INVALID_PORT, TIMEOUT_PORT, EXPIRED_PORT];

/** Minutes to milliseconds. */
const MINUTE = 60_000;

/** The durable timer of a question that waits only so long. */
export function timeoutTimers(now: number, minutes: number | undefined): Timer[] {
  return minutes === undefined ? [] : [{ purpose: "timeout", dueAt: now + minutes * MINUTE }];
}

interface WrongAnswer {
  /** Why, for the trace. */
  code: string;
  message: string;
  /** Wrong answers that are forgiven: the next one takes `invalid`. */
  retries: number;
  /** Says what was wrong, or asks again. */
  repeat(): void;
}

export function wrongAnswer(scope: ResumeScope, { code, message, retries, repeat }: WrongAnswer): Outcome {
  const { tries } = scope.memory;
  const count = (typeof tries === "number" ? tries : 0) + 1;
  scope.record({ type: "answer-rejected", nodeId: scope.nodeId, code, message });
  if (count > retries && scope.connected(INVALID_PORT.id)) return go(INVALID_PORT.id);
  repeat();
  return { kind: "stay", memory: { ...scope.memory, tries: count } };
}
