/** Walks from node to node until one waits, the flow ends, or a limit is reached. */
import { TemplateError, TemplateLimitError } from "../expressions/templates.ts";
import type { Program, ProgramNode } from "../flow/program.ts";
import type { Outcome } from "../nodes/define-node.ts";
import { nodeSpec } from "../nodes/index.ts";
import { inputVariables } from "../session/create-session.ts";
import type { Variables } from "../session/schema.ts";
import { FlowFailure } from "./flow-failure.ts";
import { MAX_CALL_DEPTH, MAX_VISITS_PER_STEP } from "./limits.ts";
import { nodeScope } from "./node-scope.ts";
import type { Walk } from "./walk.ts";

/** A flow that can't go on is the author's mistake: the session fails, the process goes on. */
export function guarded(turn: () => Outcome): Outcome {
  try {
    return turn();
  } catch (error) {
    if (error instanceof FlowFailure)
      return { kind: "fail", code: error.code, message: error.message, reason: error.reason };
    if (!(error instanceof TemplateError)) throw error;
    const reason = error instanceof TemplateLimitError ? "limit" : "error";
    return { kind: "fail", code: error.code, message: error.message, reason };
  }
}

/** Follows `first` (what a resumed node answered), or enters the current node, and goes on from there. */
export function runUntilWait(walk: Walk, first: Outcome | null = null): void {
  let outcome = first;
  while (!isOver(walk)) outcome = outcome ? follow(walk, outcome) : enter(walk);
}

function enter(walk: Walk): Outcome {
  const node = walk.node();
  if (!node) return nodeMissing(walk);
  walk.visits += 1;
  if (walk.visits > MAX_VISITS_PER_STEP) {
    const message = `more than ${MAX_VISITS_PER_STEP} nodes without a wait`;
    return { kind: "fail", code: "limit-visits", message, reason: "limit" };
  }
  walk.record({ type: "node-entered", nodeId: node.id });
  return guarded(() => nodeSpec(node.type).enter(nodeScope(walk, node)));
}

function nodeMissing(walk: Walk): Outcome {
  const message = `node ${walk.frame.nodeId} is not in this version`;
  return { kind: "fail", code: "node-missing", message };
}

/** Waiting or ended: nothing more to walk in this step. */
function isOver(walk: Walk): boolean {
  return walk.session.wait !== null || walk.session.endReason !== undefined;
}

/** Applies one outcome. Returns a further outcome (a call's return), or null to enter the current node. */
function follow(walk: Walk, outcome: Outcome): Outcome | null {
  switch (outcome.kind) {
    case "go":
      return takePort(walk, walk.node(), outcome.port);
    case "jump":
      walk.frame.nodeId = outcome.nodeId;
      return null;
    case "wait":
      walk.beginWait(outcome);
      return null;
    case "call":
      return call(walk, outcome);
    case "change-flow":
      return changeFlow(walk, outcome);
    case "end":
      return endFlow(walk);
    case "fail":
      return fail(walk, outcome);
    case "stay":
    case "ignore":
      throw new Error(`node ${walk.frame.nodeId} answered ${outcome.kind} outside of a wait`);
  }
}

function takePort(walk: Walk, node: ProgramNode | undefined, port: string): Outcome | null {
  const target = node?.edges[port] ?? null;
  walk.record({ type: "port-taken", nodeId: walk.frame.nodeId, port, target });
  if (target === null) return { kind: "end" };
  walk.frame.nodeId = target;
  return null;
}

/** A published flow by its name or id, or the failure to say so. */
function published(walk: Walk, flow: string): Program | Extract<Outcome, { kind: "fail" }> {
  const program = walk.ctx.programs(flow);
  return program ?? { kind: "fail", code: "flow-missing", message: `flow ${flow} is not published` };
}

function call(walk: Walk, { flow, vars }: Extract<Outcome, { kind: "call" }>): Outcome | null {
  const program = published(walk, flow);
  if ("kind" in program) return program;
  if (walk.session.frames.length >= MAX_CALL_DEPTH) return tooDeep();
  walk.record({ type: "flow-called", nodeId: walk.frame.nodeId, flow: program.id });
  enterFlow(walk, program, vars);
  return null;
}

export function tooDeep(): Extract<Outcome, { kind: "fail" }> {
  const message = `flows call each other more than ${MAX_CALL_DEPTH} deep`;
  return { kind: "fail", code: "limit-depth", message, reason: "limit" };
}

function enterFlow(walk: Walk, program: Program, vars: Variables): void {
  walk.pushFrame({ program: program.id, nodeId: program.start }, inputVariables(program, vars));
}

function changeFlow(walk: Walk, { flow, vars }: Extract<Outcome, { kind: "change-flow" }>): Outcome | null {
  const program = published(walk, flow);
  if ("kind" in program) return program;
  walk.record({ type: "flow-changed", nodeId: walk.frame.nodeId, flow: program.id });
  walk.replaceFrame({ program: program.id, nodeId: program.start }, inputVariables(program, vars));
  return null;
}

/** Returns to the calling flow, or to the one that was interrupted; the last one finishes the session. */
export function endFlow(walk: Walk): Outcome | null {
  if (walk.session.frames.length === 1) {
    walk.end("finished");
    return null;
  }
  const calleeVars = walk.popFrame();
  if (walk.frame.suspended) return resumeSuspended(walk);
  walk.record({ type: "flow-returned", nodeId: walk.frame.nodeId });
  const caller = walk.node();
  const returned = caller && nodeSpec(caller.type).returned;
  if (!caller || !returned) return nodeMissing(walk);
  return guarded(() => returned(nodeScope(walk, caller), calleeVars));
}

/** A question is asked again; any other wait goes on as it was, its timers at their old times. */
function resumeSuspended(walk: Walk): null {
  const { suspended, nodeId } = walk.frame;
  delete walk.frame.suspended;
  walk.record({ type: "flow-resumed", nodeId });
  if (suspended && suspended.for !== "message") walk.takeUp(suspended);
  return null;
}

/** Where a calling flow has a way out for errors, it takes it; a limit ends the session whatever was drawn. */
function fail(walk: Walk, outcome: Extract<Outcome, { kind: "fail" }>): Outcome | null {
  const { code, message, reason = "error" } = outcome;
  const catcher = reason === "error" ? catchingFrame(walk) : -1;
  if (catcher === -1) {
    walk.fail(code, message, walk.frame.nodeId, reason);
    return null;
  }
  while (walk.session.frames.length > catcher + 1) walk.popFrame();
  walk.record({ type: "flow-returned", nodeId: walk.frame.nodeId });
  walk.record({ type: "error", nodeId: walk.frame.nodeId, code, message });
  return guarded(() => {
    walk.setVariable("error_code", code);
    walk.setVariable("error_message", message);
    return { kind: "go", port: "error" };
  });
}

/** The nearest calling frame whose node has its error port drawn, down to where a flow was interrupted; -1: none. */
function catchingFrame(walk: Walk): number {
  const { frames } = walk.session;
  const interrupted = frames.findLastIndex(({ suspended }) => suspended !== undefined);
  return frames.findLastIndex((frame, at) => {
    if (at === frames.length - 1 || at <= interrupted) return false;
    const node = walk.program(frame)?.nodes.get(frame.nodeId);
    return node !== undefined && nodeSpec(node.type).returned !== undefined && node.edges.error !== undefined;
  });
}
