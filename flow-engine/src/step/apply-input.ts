/** Decides what an input means to a session: begin, resume the node that waits, expire, or nothing. */
import type { Input } from "../inputs/schema.ts";
import type { ResumeInput } from "../nodes/define-node.ts";
import { nodeSpec } from "../nodes/index.ts";
import { assignMessage } from "./environment.ts";
import { edgeTarget, nodeScope } from "./node-scope.ts";
import { returnToTapped } from "./return-to-tapped.ts";
import { continueWith, guarded, runUntilWait } from "./run-until-wait.ts";
import type { Walk } from "./walk.ts";

export function applyInput(walk: Walk, input: Input): void {
  switch (input.type) {
    case "start":
      return start(walk, input);
    case "message":
      return message(walk, input);
    case "timer":
      return timer(walk, input);
    case "task-result":
      if (walk.session.wait?.for !== "task" || walk.session.wait.id !== input.waitId)
        return ignore(walk, "late-result");
      return resume(walk, input);
    case "agent":
      if (input.action === "end") return walk.end("taken-over");
      if (walk.session.wait?.for !== "agent") return ignore(walk, "no-agent-awaited");
      return resume(walk, input);
  }
}

function ignore(walk: Walk, reason: string): void {
  walk.record({ type: "input-ignored", reason });
}

function start(walk: Walk, input: Extract<Input, { type: "start" }>): void {
  if (walk.session.seq !== 1) return ignore(walk, "already-started");
  const { kind, keyword } = input.cause;
  walk.record({ type: "session-started", cause: kind, ...(keyword === undefined ? {} : { keyword }) });
  if (input.message) assignMessage(walk.env, input.message.content);
  runUntilWait(walk);
}

function message(walk: Walk, input: Extract<Input, { type: "message" }>): void {
  const { content } = input.message;
  assignMessage(walk.env, content);
  if (content.type === "reaction") return ignore(walk, "reaction");
  if (content.type === "tap" && returnToTapped(walk, content.tap)) return resume(walk, input);
  if (walk.session.wait?.for !== "message") return ignore(walk, "no-message-awaited");
  const fallback = walk.program()?.settings.fallbackMessage;
  if (content.type === "unknown" && fallback) return fallBack(walk, fallback);
  resume(walk, input);
}

function fallBack(walk: Walk, text: string): void {
  walk.emit({ type: "send-message", content: { type: "text", text } });
  walk.refreshExpiry();
  ignore(walk, "unknown-message-type");
}

function timer(walk: Walk, input: Extract<Input, { type: "timer" }>): void {
  const { wait } = walk.session;
  if (wait?.id !== input.waitId) return ignore(walk, "late-timer");
  if (input.purpose !== "expiry") return resume(walk, input);
  if (wait.for !== "message") return ignore(walk, "late-timer");
  const node = walk.node();
  if (!node || edgeTarget(node, "expired") === undefined) return walk.end("expired");
  walk.record({ type: "node-resumed", nodeId: node.id, by: "expiry" });
  walk.endWait();
  continueWith(walk, { kind: "go", port: "expired" });
}

function resume(walk: Walk, input: ResumeInput): void {
  const node = walk.node();
  if (!node)
    return walk.fail("node-missing", `node ${walk.frame.nodeId} is not in this version`, walk.frame.nodeId);
  const spec = nodeSpec(node.type);
  if (!spec.resume) return walk.fail("node-changed", `node ${node.id} no longer waits`, node.id);
  walk.record({ type: "node-resumed", nodeId: node.id, by: input.type });
  const scope = nodeScope(walk, node);
  const outcome = guarded(() => spec.resume?.(scope, input) ?? { kind: "ignore", reason: "no-resume" });
  if (outcome.kind === "ignore") return ignore(walk, outcome.reason);
  if (outcome.kind === "stay") {
    if (outcome.memory && walk.session.wait)
      walk.session.wait = { ...walk.session.wait, memory: outcome.memory };
    return walk.refreshExpiry();
  }
  walk.endWait();
  continueWith(walk, outcome);
}
