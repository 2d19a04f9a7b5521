/** What every question has: its ways out besides the answers, wrong answers counted and forgiven, and a time-out. */
import { z } from "zod";
import type { InboundContent } from "../content/inbound.ts";
import type { Timer, Variables } from "../session/schema.ts";
import {
  go,
  type Outcome,
  type Port,
  type ResumeInput,
  type ResumeScope,
  type Scope,
  type Silence,
} from "./define-node.ts";
import { couldNotSend, FAILED_PORT } from "./say.ts";

export const INVALID_PORT: Port = { id: "invalid", label: "Wrong answer", optional: true };
export const TIMEOUT_PORT: Port = { id: "timeout", label: "No answer in time", optional: true };
export const EXPIRED_PORT: Port = { id: "expired", label: "Conversation expired", optional: true };
export const QUESTION_PORTS: readonly Port[] = [INVALID_PORT, TIMEOUT_PORT, EXPIRED_PORT, FAILED_PORT];

/** Longest time-out: a year, as for waits. */
const MAX_MINUTES = 525_600;
export const timeoutMinutesField = z
  .number()
  .int()
  .min(1)
  .max(MAX_MINUTES)
  .optional()
  .describe("Minutes without an answer after which the `timeout` port is taken.");

/** Fields of the data of every question. */
export const questionFields = {
  invalidText: z
    .string()
    .max(1_000)
    .optional()
    .describe("Template. Said after a wrong answer; without it the question is repeated."),
  retries: z
    .number()
    .int()
    .min(0)
    .max(10)
    .default(2)
    .describe(
      "Wrong answers forgiven; the next one takes the `invalid` port (unconnected: the question goes on being repeated).",
    ),
  timeoutMinutes: timeoutMinutesField,
};

/** Minutes to milliseconds. */
const MINUTE = 60_000;

/** The durable timer of a question that waits only so long. */
export function timeoutTimers(now: number, minutes: number | undefined): Timer[] {
  return minutes === undefined ? [] : [{ purpose: "timeout", dueAt: now + minutes * MINUTE }];
}

/** What every question has of `questionFields`. */
interface QuestionData {
  retries: number;
  timeoutMinutes?: number | undefined;
}

/** Waits for the answer. @param memory what asking left to remember */
export function awaitAnswer(scope: Scope<QuestionData>, memory: Variables): Outcome {
  const timers = timeoutTimers(scope.ctx.now, scope.data.timeoutMinutes);
  return { kind: "wait", for: "message", timers, memory };
}

/** What ends a question, but for its answer. */
export function resumeQuestion(
  scope: ResumeScope,
  input: ResumeInput,
  answer: (content: InboundContent) => Outcome,
): Outcome {
  if (input.type === "message") return answer(input.message.content);
  if (input.type === "timer" && input.purpose === "timeout") return go(TIMEOUT_PORT.id);
  if (input.type === "delivery" && input.status === "failed") return couldNotSend(scope, input);
  return { kind: "ignore", reason: "not-an-answer" };
}

interface WrongAnswer {
  /** Why, for the trace. */
  code: string;
  message: string;
  /** Says what was wrong, or asks again. Returns what the wait has to remember of it. */
  repeat(): Variables;
}

/** Past the wrong answers that are forgiven, `invalid` is taken. */
export function wrongAnswer(
  scope: ResumeScope<QuestionData>,
  { code, message, repeat }: WrongAnswer,
): Outcome {
  const { tries } = scope.memory;
  const count = (typeof tries === "number" ? tries : 0) + 1;
  scope.record({ type: "answer-rejected", nodeId: scope.nodeId, code, message });
  if (count > scope.data.retries && scope.connected(INVALID_PORT.id)) return go(INVALID_PORT.id);
  return goOnAsking(scope, { ...repeat(), tries: count });
}

/** Waits for a further answer. @param memory what to remember, over what was before */
export function goOnAsking(scope: ResumeScope<QuestionData>, memory: Variables): Outcome {
  const timers = timeoutTimers(scope.ctx.now, scope.data.timeoutMinutes);
  return { kind: "stay", memory: { ...scope.memory, ...memory }, timers };
}

/** How long the customer may have been silent, by port. @param answers ports of answers */
export function questionSilence(
  timeoutMinutes: number | undefined,
  answers: readonly string[],
): Record<string, Silence> {
  const heard = Object.fromEntries(
    [...answers, INVALID_PORT.id].map((port): [string, Silence] => [port, { heard: true }]),
  );
  return {
    ...heard,
    ...(timeoutMinutes === undefined ? {} : { [TIMEOUT_PORT.id]: { minutes: timeoutMinutes, pauses: true } }),
    [EXPIRED_PORT.id]: { minutes: Number.POSITIVE_INFINITY, pauses: true },
  };
}
