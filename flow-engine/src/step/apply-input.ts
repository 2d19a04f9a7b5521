/** Decides what an input means to a session — begin, resume the node that waits, expire, end, or nothing — and does it. */
import type { InputMessage } from "../inputs/message.ts";
import type { Input } from "../inputs/schema.ts";
import type { Outcome, ResumeInput } from "../nodes/define-node.ts";
import { nodeSpec } from "../nodes/index.ts";
import { inputVariables } from "../session/create-session.ts";
import type { SessionTrigger } from "../session/schema.ts";
import { type GlobalWord, globalWordOf } from "../triggers/global-words.ts";
import { answerGlobalWord } from "./answer-global-word.ts";
import { assignMessage, assignTrigger } from "./environment.ts";
import { MAX_CALL_DEPTH, MAX_KEPT_CHARS, MAX_KEPT_MESSAGES } from "./limits.ts";
import { moveToVersion } from "./move-to-version.ts";
import { nodeScope } from "./node-scope.ts";
import { findTapped, returnToTapped, type Tapped } from "./return-to-tapped.ts";
import { endFlow, guarded, runUntilWait } from "./run-until-wait.ts";
import { isMachineWork, type Walk } from "./walk.ts";

type StartInput = Extract<Input, { type: "start" }>;
type InterruptInput = Extract<Input, { type: "interrupt" }>;

type Meaning =
  | { kind: "begin"; input: StartInput }
  | { kind: "interrupt"; input: InterruptInput }
  | { kind: "resume"; input: ResumeInput; backTo?: Tapped }
  | { kind: "global-word"; word: GlobalWord; text: string }
  | { kind: "fall-back"; text: string }
  | { kind: "keep"; message: InputMessage }
  | { kind: "expire" }
  | { kind: "take-over" }
  | { kind: "move"; from: string; to: string }
  | { kind: "ignore"; reason: string };

const ignored = (reason: string): Meaning => ({ kind: "ignore", reason });

export function applyInput(walk: Walk, input: Input): void {
  if ("message" in input && typeof input.message === "object") hear(walk, input.message);
  act(walk, meaningOf(walk, input));
  takeKept(walk);
}

/** A message is seen by templates even when no node takes it. */
function hear(walk: Walk, message: InputMessage): void {
  walk.session.heard = message.id;
  assignMessage(walk.env, message);
}

function act(walk: Walk, meaning: Meaning): void {
  switch (meaning.kind) {
    case "begin":
      begin(walk, meaning.input);
      break;
    case "interrupt":
      interrupt(walk, meaning.input);
      break;
    case "resume":
      if (meaning.backTo) returnToTapped(walk, meaning.backTo);
      resume(walk, meaning.input);
      break;
    case "global-word":
      takeGlobalWord(walk, meaning.word, meaning.text);
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
    case "move":
      moveToVersion(walk, meaning.from, meaning.to);
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
    case "interrupt":
      return meaningOfInterrupt(walk, input);
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
    case "webhook":
      return wait?.for === "webhook" ? { kind: "resume", input } : ignored("no-call-awaited");
    case "delivery":
      return wait?.memory?.sent === input.effectId ? { kind: "resume", input } : ignored("late-delivery");
    case "move":
      return { kind: "move", from: input.from, to: input.program };
    case "agent":
      if (input.action === "end") return { kind: "take-over" };
      return wait?.for === "agent" ? { kind: "resume", input } : ignored("no-agent-awaited");
  }
}

/** A request that runs can't be put aside: what is said meanwhile is kept, as at any other time. */
function meaningOfInterrupt(walk: Walk, input: InterruptInput): Meaning {
  const { wait, frames } = walk.session;
  if (!wait || wait.for === "agent") return ignored("not-interruptible");
  if (isMachineWork(wait)) return input.message ? kept(walk, input.message) : ignored("busy");
  if (frames.length >= MAX_CALL_DEPTH) return ignored("too-deep");
  return walk.ctx.programs(input.program) ? { kind: "interrupt", input } : ignored("flow-missing");
}

function meaningOfMessage(walk: Walk, input: Extract<Input, { type: "message" }>): Meaning {
  const { content } = input.message;
  // A heart on a question is not an answer to it.
  if (content.type === "reaction") return ignored("reaction");
  const backTo = content.type === "tap" ? findTapped(walk, content.tap) : null;
  if (backTo) return { kind: "resume", input, backTo };
  const said = content.type === "text" ? content.text : null;
  const word = said === null ? null : meantGlobally(walk, said);
  if (word && said !== null) return { kind: "global-word", word, text: said };
  const { wait } = walk.session;
  if (wait && isMachineWork(wait)) return kept(walk, input.message);
  if (wait?.for !== "message") return ignored("no-message-awaited");
  const text = walk.settings.fallbackMessage;
  return content.type === "unknown" && text ? { kind: "fall-back", text } : { kind: "resume", input };
}

function kept(walk: Walk, message: InputMessage): Meaning {
  if ((walk.session.kept?.length ?? 0) >= MAX_KEPT_MESSAGES) return ignored("too-many-messages");
  if (JSON.stringify(message).length > MAX_KEPT_CHARS) return ignored("message-too-large");
  return { kind: "keep", message };
}

/** A word that means the same in every flow, unless it is one of the answers that this one asks for. */
function meantGlobally(walk: Walk, text: string): GlobalWord | null {
  const word = globalWordOf(walk.ctx.words, text);
  // “Start” undoes “stop”: whoever is in a conversation has nothing to undo.
  if (!word || word === "start") return null;
  if (word !== "stop" && !walk.settings.globalWords) return null;
  const node = walk.session.wait?.for === "message" ? walk.node() : undefined;
  const takesIt = node && nodeSpec(node.type).takesWords?.(nodeScope(walk, node), text);
  return takesIt ? null : word;
}

function ignore(walk: Walk, reason: string): void {
  walk.record({ type: "input-ignored", reason });
}

function triggerOf({ cause, event, message }: StartInput | InterruptInput): SessionTrigger {
  return { ...cause, ...(event ? { event } : {}), ...(message?.origin ? { origin: message.origin } : {}) };
}

function begin(walk: Walk, input: StartInput): void {
  const { kind, keyword } = input.cause;
  walk.frame.trigger = triggerOf(input);
  assignTrigger(walk.env, walk.session);
  walk.record({ type: "session-started", cause: kind, ...(keyword === undefined ? {} : { keyword }) });
  runUntilWait(walk);
}

/** Puts the wait aside and walks the other flow; when that ends, the wait goes on. */
function interrupt(walk: Walk, input: InterruptInput): void {
  const program = walk.ctx.programs(input.program);
  const { wait } = walk.session;
  if (!program || !wait) return;
  const { keyword } = input.cause;
  const flow = program.id;
  const { nodeId } = walk.frame;
  walk.record({ type: "flow-suspended", nodeId, flow, ...(keyword === undefined ? {} : { keyword }) });
  walk.endWait();
  walk.frame.suspended = wait;
  const frame = { program: program.id, nodeId: program.start, trigger: triggerOf(input) };
  walk.pushFrame(frame, inputVariables(program, {}));
  runUntilWait(walk);
}

/** “Cancel” in an interrupting flow goes back to the one it interrupted; everything else ends the session. */
function takeGlobalWord(walk: Walk, word: GlobalWord, text: string): void {
  walk.record({ type: "global-word", word });
  for (const effect of answerGlobalWord(word, text, walk.ctx)) walk.emit(effect);
  if (word === "cancel" && leaveInterruption(walk)) return;
  walk.end(word === "stop" ? "opted-out" : word === "agent" ? "taken-over" : "interrupted");
}

/** Ends the flows above the interrupted one, if there is one, and goes on there. */
function leaveInterruption(walk: Walk): boolean {
  const { frames } = walk.session;
  const interrupted = frames.findLastIndex(({ suspended }) => suspended !== undefined);
  if (interrupted === -1) return false;
  walk.endWait();
  while (frames.length > interrupted + 2) walk.popFrame();
  runUntilWait(walk, endFlow(walk));
  return true;
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
  while (walk.session.kept && !(walk.session.wait && isMachineWork(walk.session.wait))) {
    const [message, ...rest] = walk.session.kept;
    if (rest.length > 0) walk.session.kept = rest;
    else delete walk.session.kept;
    if (!message) continue;
    if (walk.session.endReason !== undefined) {
      walk.leftover.push(message);
    } else if (walk.session.wait?.for === "message") {
      hear(walk, message);
      act(walk, meaningOfMessage(walk, { type: "message", message }));
    } else {
      ignore(walk, "no-message-awaited");
    }
  }
}

/** Leaves by `expired` when the waiting node has that way out; otherwise the flow ends, and with the last one the session. */
function expire(walk: Walk): void {
  const node = walk.node();
  if (node?.edges.expired !== undefined) {
    walk.record({ type: "node-resumed", nodeId: node.id, by: "expiry" });
    walk.endWait();
    runUntilWait(walk, { kind: "go", port: "expired" });
  } else if (!leaveInterruption(walk)) {
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
    runUntilWait(walk, outcome.kind === "stay" ? { ...outcome, kind: "wait", for: "message" } : outcome);
  }
}
