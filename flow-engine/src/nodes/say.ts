/** Saying something and learning whether it could be sent: shared by every node that sends. */
import type { MessageContent } from "../content/schema.ts";
import type { Variables } from "../session/schema.ts";
import { go, type Outcome, type Port, type ResumeInput, type Scope } from "./define-node.ts";

/** Connected, it makes the node wait until the platform accepted or refused the message. */
export const FAILED_PORT: Port = { id: "failed", label: "Couldn't be sent", optional: true };

/** How long the answer to a send is waited for; later, its fate is only shown in the chat. Longer than the sender's own tries usually take. */
const DELIVERY_WAIT_MS = 10 * 60_000;

/** Sends and goes on by `next`; when `failed` leads somewhere, only once the message was accepted. */
export function say(
  scope: Scope,
  content: MessageContent,
  options: { replyTo?: string | undefined } = {},
): Outcome {
  if (!scope.connected(FAILED_PORT.id)) {
    scope.send(content, options);
    return go();
  }
  const sent = scope.send(content, { ...options, report: true });
  const timers = [{ purpose: "timeout" as const, dueAt: scope.ctx.now + DELIVERY_WAIT_MS }];
  return { kind: "wait", for: "delivery", timers, memory: { sent } };
}

/** Goes on without saying what can't be said; the trace tells why. */
export function passOver(scope: Scope, code: string, message: string): Outcome {
  scope.record({ type: "error", nodeId: scope.nodeId, code, message });
  return go();
}

/** A message of several kinds of nodes that wait for its answer: what the wait has to remember of the send. */
export function sendQuestion(scope: Scope, content: MessageContent): Variables {
  if (!scope.connected(FAILED_PORT.id)) {
    scope.send(content);
    return {};
  }
  return { sent: scope.send(content, { report: true }) };
}

/** Resumes a node that only says something. */
export function resumeSaid(scope: Scope, input: ResumeInput): Outcome {
  if (input.type === "timer") return go();
  if (input.type !== "delivery") return { kind: "ignore", reason: "waits-for-delivery" };
  return input.status === "failed" ? couldNotSend(scope, input) : go();
}

/** A refused message: `error_code` and `error_message` say why. */
export function couldNotSend(
  scope: Scope,
  { code = "unknown", message = "" }: { code?: string | undefined; message?: string | undefined },
): Outcome {
  scope.record({ type: "error", nodeId: scope.nodeId, code, message });
  scope.set("error_code", code);
  scope.set("error_message", message);
  return go(FAILED_PORT.id);
}
