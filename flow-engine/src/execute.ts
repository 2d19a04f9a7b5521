/**
 * `executeFlow`: the engine behind one async call, for programs that keep their own sessions and send by themselves.
 * It walks by the same `step` as everything else. This door alone reads the clock.
 */
import { z } from "zod";
import type { InboundContent } from "./content/inbound.ts";
import type { MessageContent } from "./content/schema.ts";
import { changedContact } from "./effects/changed-contact.ts";
import type { Effect } from "./effects/schema.ts";
import { inboundContentOf, type MessageMetadata } from "./execute/inbound-content.ts";
import { type ExecutableSession, liveState, newRun, stateFields } from "./execute/session-state.ts";
import { channelOf, contactOf } from "./execute/snapshots.ts";
import { compile } from "./flow/compile.ts";
import type { Program } from "./flow/program.ts";
import type { Input } from "./inputs/schema.ts";
import type { Session } from "./session/schema.ts";
import type { ContactSnapshot } from "./step/context.ts";
import { step } from "./step/step.ts";
import { entriesOf } from "./triggers/candidate.ts";
import { route } from "./triggers/route.ts";
import { buildTriggerIndex } from "./triggers/trigger-index.ts";

/** A message could not be sent. The session given to `executeFlow` is as it was before the call. */
export class FlowSendMessageError extends Error {
  /** HTTP status of the refusal; null when the sender gave none. */
  readonly status: number | null;
  constructor(message: string, status: number | null, options?: ErrorOptions) {
    super(message, options);
    this.name = "FlowSendMessageError";
    this.status = status;
  }
}

/** Sends one message. A rejection, or an answer with `ok: false` like a `Response`, is a failed send. */
export type SendMessage = (content: MessageContent) => unknown;

/**
 * Gives a session one message of its customer and sends what the flow answers, in order.
 *
 * A session that is new, Completed or Errored starts when a trigger of its flow matches (always, when the flow has
 * none); otherwise it comes back as it was. HTTP nodes take their failure port, as nothing is called from here; nodes
 * that wait for a time or an agent leave the session Paused.
 *
 * @param session any object with `id` and `flow.definition`. The result is a copy with `status`, `context`,
 *   `currentNodeId`, `contact` when the flow changed it, and `engine`: JSON that the next call needs back
 * @param messageText what the customer wrote; null when the message has no text
 * @throws FlowSendMessageError when a send fails; the messages after it are not sent
 * @throws CompileError when the definition can't run
 */
export async function executeFlow<S extends ExecutableSession>(
  session: S,
  messageText: string | null,
  sendMessage: SendMessage,
  metadata: MessageMetadata = {},
): Promise<S & ExecutableSession> {
  const program = compile(session.flow.definition, session.flow.id ?? "flow");
  const given = contactOf(session);
  const begun = begin(program, session, given, inboundContentOf(messageText, metadata));
  if (!begun) return { ...session };
  const run: Run = { program, session, state: begun.state, contact: given };
  await walk(run, begun.input, sendMessage);
  const fields = stateFields(session, run.state, begun.input.type === "start");
  return { ...session, ...fields, ...(run.contact === given ? {} : { contact: run.contact }) };
}

interface Run {
  readonly program: Program;
  readonly session: ExecutableSession;
  state: Session;
  contact: ContactSnapshot;
}

/** What the message means to the session; null when it means nothing. */
function begin(
  program: Program,
  session: ExecutableSession,
  contact: ContactSnapshot,
  content: InboundContent,
): { state: Session; input: Input } | null {
  const live = liveState(program, session);
  // The library knows of no message ids; effects are named after the session, so this one need not be unique.
  const message = { id: `${session.id}:message`, content };
  const startOver = (cause: Extract<Input, { type: "start" }>["cause"]) => ({
    state: newRun(program, session),
    input: { type: "start", cause, message } as const,
  });
  if (!live && program.triggers.length === 0) return startOver({ kind: "api" });
  const decision = route({
    session: live,
    oldTapFlow: null,
    message: { content, firstMessage: session.engine === undefined },
    index: buildTriggerIndex(entriesOf(program)),
    context: { channel: channelOf(session), contact },
    conversationMode: "Bot",
  });
  if (decision.action === "start") {
    const { keyword, mode } = decision.trigger;
    return startOver({ kind: "trigger", keyword, mode });
  }
  return live && decision.action === "resume" ? { state: live, input: { type: "message", message } } : null;
}

/** Steps, sends, and answers each task at once with a failure, until the session waits for its customer or has ended. */
async function walk(run: Run, first: Input, sendMessage: SendMessage): Promise<void> {
  for (let input: Input | null = first; input; ) {
    const { session, effects } = step(run.program, run.state, input, {
      now: Date.now(),
      timeZone: run.contact.timeZone ?? "UTC",
      contact: run.contact,
      channel: channelOf(run.session),
      programs: () => undefined,
    });
    for (const effect of effects) {
      if (effect.type === "send-message") await send(sendMessage, effect.content);
      run.contact = changedContact(run.contact, effect);
    }
    run.state = session;
    input = refusedTask(effects) ?? acceptedSend(session);
  }
}

function refusedTask(effects: readonly Effect[]): Input | null {
  const task = effects.find((effect) => effect.type === "perform-task");
  if (!task?.waitId) return null;
  const message = "executeFlow performs no tasks; run the flow on a Hilo server";
  return { type: "task-result", waitId: task.waitId, result: { ok: false, code: "not-supported", message } };
}

/** A send that was not refused was accepted: a flow that waits to know goes on. */
function acceptedSend({ wait }: Session): Input | null {
  const sent = wait?.for === "delivery" ? wait.memory?.sent : undefined;
  return typeof sent === "string" ? { type: "delivery", effectId: sent, status: "sent" } : null;
}

async function send(sendMessage: SendMessage, content: MessageContent): Promise<void> {
  let answer: unknown;
  try {
    answer = await sendMessage(content);
  } catch (error) {
    const message = error instanceof Error ? error.message : "the message could not be sent";
    throw new FlowSendMessageError(message, statusOf(error), { cause: error });
  }
  if (z.object({ ok: z.literal(false) }).safeParse(answer).success) {
    const status = statusOf(answer);
    throw new FlowSendMessageError(
      `the message was refused${status === null ? "" : ` with ${status}`}`,
      status,
    );
  }
}

/** `status`, `statusCode`, or the `response.status` of common HTTP clients. */
const statusSchema = z.union([
  z.object({ status: z.number() }).transform(({ status }) => status),
  z.object({ statusCode: z.number() }).transform(({ statusCode }) => statusCode),
  z.object({ response: z.object({ status: z.number() }) }).transform(({ response }) => response.status),
]);

function statusOf(value: unknown): number | null {
  return statusSchema.safeParse(value).data ?? null;
}
