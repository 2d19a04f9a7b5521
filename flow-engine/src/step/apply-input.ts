/** Decides what an input means to a session — begin, resume the node that waits, expire, end, or nothing — and does it. */
import type { InputMessage } from "../inputs/message.ts";
import type { Input } from "../inputs/schema.ts";
import type { Outcome, ResumeInput } from "../nodes/define-node.ts";
import { nodeSpec } from "../nodes/index.ts";
import { assignMessage } from "./environment.ts";
import { MAX_KEPT_CHARS, MAX_KEPT_MESSAGES } from "./limits.ts";
import { nodeScope } from "./node-scope.ts";
import { findTapped, returnToTapped, type Tapped } from "./return-to-tapped.ts";
import { guarded, runUntilWait } from "./run-until-wait.ts";
import type { Walk } from "./walk.ts";

type Meaning =
  | { kind: "begin"; input: Extract<Input, { type: "start" }> }
  | { kind: "resume"; input: ResumeInput; backTo?: Tapped }
  | { kind: "fall-back"; text: string }
  | { kind: "keep"; message: InputMessage }
  | { kind: "expire" }
  | { kind: "take-over" }
  | { kind: "ignore"; reason: string };

const ignored = (reason: string): Meaning => ({ kind: "ignore", reason });

export function applyInput(walk: Walk, input: Input): void {
  // A message is seen by templates even when no node takes it.
  if ((input.type === "message" || input.type === "start") && input.message) {
    assignMessage(walk.env, input.message.content);
  }
  act(walk, meaningOf(walk, input));
  takeKept(walk);
}

function act(walk: Walk, meaning: Meaning): void {
  switch (meaning.kind) {
    case "begin":
      begin(walk, meaning.input);
      break;
    case "resume":
      if (meaning.backTo) returnToTapped(walk, meaning.backTo);
      resume(walk, meaning.input);
      break;
    case "fall-back":
      fallBack(walk, meaning.text);
      break;
    case "keep":
      keep(walk, meaning.message);
      break;
    case "expire":
      expire(walk);
      break;
    case "take-over":
      walk.end("taken-over");
      break;
    case "ignore":
      ignore(walk, meaning.reason);
      break;
  }
}

function meaningOf(walk: Walk, input: Input): Meaning {
  const { wait, seq } = walk.session;
  switch (input.type) {
    case "start":
      return seq === 1 ? { kind: "begin", input } : ignored("already-started");
    case "message":
      return meaningOfMessage(walk, input);
    case "timer":
      if (wait?.id !== input.waitId) return ignored("late-timer");
      if (input.purpose !== "expiry") return { kind: "resume", input };
      return wait.for === "message" ? { kind: "expire" } : ignored("late-timer");
    case "task-result":
      return wait?.for === "task" && wait.id === input.waitId
        ? { kind: "resume", input }
        : ignored("late-result");
    case "agent":
      if (input.action === "end") return { kind: "take-over" };
      return wait?.for === "agent" ? { kind: "resume", input } : ignored("no-agent-awaited");
  }
}

function meaningOfMessage(walk: Walk, input: Extract<Input, { type: "message" }>): Meaning {
  const { content } = input.message;
  // A heart on a question is not an answer to it.
  if (content.type === "reaction") return ignored("reaction");
  const backTo = content.type === "tap" ? findTapped(walk, content.tap) : null;
  if (backTo) return { kind: "resume", input, backTo };
  const { wait, kept } = walk.session;
  if (wait?.for === "task") {
    if ((kept?.length ?? 0) >= MAX_KEPT_MESSAGES) return ignored("too-many-messages");
    if (JSON.stringify(input.message).length > MAX_KEPT_CHARS) return ignored("message-too-large");
    return { kind: "keep", message: input.message };
  }
  if (wait?.for !== "message") return ignored("no-message-awaited");
  const text = walk.program()?.settings.fallbackMessage;
  return content.type === "unknown" && text ? { kind: "fall-back", text } : { kind: "resume", input };
}

function ignore(walk: Walk, reason: string): void {
  walk.record({ type: "input-ignored", reason });
}

function begin(walk: Walk, { cause }: Extract<Input, { type: "start" }>): void {
  const { kind, keyword } = cause;
  walk.record({ type: "session-started", cause: kind, ...(keyword === undefined ? {} : { keyword }) });
  runUntilWait(walk);
}

function fallBack(walk: Walk, text: string): void {
  walk.emit({ type: "send-message", content: { type: "text", text } });
  walk.refreshExpiry();
  ignore(walk, "unknown-message-type");
}

/** While a request runs nothing can be answered, but what is said then is not lost: it answers what is asked next. */
function keep(walk: Walk, message: InputMessage): void {
  walk.session.kept = [...(walk.session.kept ?? []), message];
  walk.record({ type: "message-kept", reason: "request-running" });
}

/** A flow that pauses after its request (for a time, for an agent) begins anew: old words answer nothing then. */
function takeKept(walk: Walk): void {
  while (walk.session.kept && walk.session.wait?.for !== "task") {
    const [message, ...rest] = walk.session.kept;
    if (rest.length > 0) walk.session.kept = rest;
    else delete walk.session.kept;
    if (!message) continue;
    if (walk.session.wait?.for !== "message") {
      ignore(walk, "no-message-awaited");
      continue;
    }
    assignMessage(walk.env, message.content);
    act(walk, meaningOfMessage(walk, { type: "message", message }));
  }
}

/** Leaves by `expired` when the waiting node has that way out; otherwise the session ends. */
function expire(walk: Walk): void {
  const node = walk.node();
  if (node?.edges.expired !== undefined) {
    walk.record({ type: "node-resumed", nodeId: node.id, by: "expiry" });
    walk.endWait();
    runUntilWait(walk, { kind: "go", port: "expired" });
  } else {
    walk.end("expired");
  }
}

function resume(walk: Walk, input: ResumeInput): void {
  const node = walk.node();
  const spec = node && nodeSpec(node.type);
  if (!node) {
    walk.fail("node-missing", `node ${walk.frame.nodeId} is not in this version`, walk.frame.nodeId);
  } else if (!spec?.resume) {
    walk.fail("node-changed", `node ${node.id} no longer waits`, node.id);
  } else {
    const resumeNode = spec.resume;
    walk.record({ type: "node-resumed", nodeId: node.id, by: input.type });
    const outcome = guarded(() => resumeNode(nodeScope(walk, node), input));
    followResumed(walk, outcome);
  }
}

function followResumed(walk: Walk, outcome: Outcome): void {
  const { wait } = walk.session;
  if (outcome.kind === "ignore" && wait) {
    ignore(walk, outcome.reason);
  } else if (outcome.kind === "stay" && wait) {
    if (outcome.memory) walk.session.wait = { ...wait, memory: outcome.memory };
    walk.refreshExpiry();
  } else {
    walk.endWait();
    runUntilWait(walk, outcome);
  }
}
