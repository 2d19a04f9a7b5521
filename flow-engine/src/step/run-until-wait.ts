/** Walks from node to node until one waits, the flow ends, or a limit is reached. */
import { TemplateError, TemplateLimitError } from "../expressions/templates.ts";
import type { ProgramNode } from "../flow/program.ts";
import type { Outcome } from "../nodes/define-node.ts";
import { nodeSpec } from "../nodes/index.ts";
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
  const node = walk.node();
  switch (outcome.kind) {
    case "go":
      return takePort(walk, node, outcome.port);
    case "jump":
      walk.frame.nodeId = outcome.nodeId;
      return null;
    case "wait":
      walk.beginWait(outcome);
      return null;
    case "call":
      return call(walk, outcome);
    case "end":
      return endFlow(walk);
    case "fail":
      walk.fail(outcome.code, outcome.message, walk.frame.nodeId, outcome.reason);
      return null;
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

function call(walk: Walk, { flow, vars }: Extract<Outcome, { kind: "call" }>): Outcome | null {
  const program = walk.ctx.programs(flow);
  if (!program) return { kind: "fail", code: "flow-missing", message: `flow ${flow} is not published` };
  if (walk.session.frames.length >= MAX_CALL_DEPTH) {
    const message = `flows call each other more than ${MAX_CALL_DEPTH} deep`;
    return { kind: "fail", code: "limit-depth", message, reason: "limit" };
  }
  walk.record({ type: "flow-called", nodeId: walk.frame.nodeId, flow: program.id });
  walk.frame.savedVars = walk.session.vars;
  walk.session.frames.push({ program: program.id, nodeId: program.start });
  walk.replaceVariables(vars);
  return null;
}

function endFlow(walk: Walk): Outcome | null {
  if (walk.session.frames.length === 1) {
    walk.end("finished");
    return null;
  }
  const calleeVars = walk.popFrame();
  const caller = walk.node();
  const returned = caller && nodeSpec(caller.type).returned;
  if (!caller || !returned) {
    return {
      kind: "fail",
      code: "node-missing",
      message: `node ${walk.frame.nodeId} is not in this version`,
    };
  }
  return guarded(() => returned(nodeScope(walk, caller), calleeVars));
}
