/** What sockets are told after a drain: new messages, and where each session stands. */
import type { TraceEvent } from "@hilo/flow-engine";
import type { Change } from "../realtime/change-log.ts";
import type { SavedMessage } from "./saved-rows.ts";
import type { SessionStep, Work } from "./work.ts";

export function messageChanges(messages: readonly SavedMessage[]): Change[] {
  return messages.map(({ workspaceId, message }) => ({
    workspaceId,
    contactId: message.contactId,
    event: "message:new",
    payload: { message, contactId: message.contactId },
  }));
}

export function sessionChanges(work: Work): Change[] {
  const { workspaceId, contact, id: conversationId } = work.conversation;
  return [...work.sessions.values()].map((row) => ({
    workspaceId,
    contactId: contact.id,
    event: "session:updated",
    payload: {
      sessionId: row.id,
      status: row.state.status,
      contactId: contact.id,
      conversationId,
      flowId: row.flowId,
      flowVersionId: row.flowVersionId,
      nodeId: row.state.frames.at(-1)?.nodeId ?? null,
      path: work.steps.filter((step) => step.sessionId === row.id).flatMap(pathOf),
      endReason: row.state.endReason ?? null,
    },
  }));
}

/** Nodes passed in a step with the port each was left by, in order. */
function pathOf(step: SessionStep): { nodeId: string; port?: string }[] {
  const path: { nodeId: string; port?: string }[] = [];
  for (const event of step.result.trace) visit(path, event);
  return path;
}

function visit(path: { nodeId: string; port?: string }[], event: TraceEvent): void {
  if (event.type === "node-entered" || event.type === "node-resumed") path.push({ nodeId: event.nodeId });
  if (event.type !== "port-taken") return;
  const last = path.at(-1);
  if (last?.nodeId === event.nodeId) last.port = event.port;
  else path.push({ nodeId: event.nodeId, port: event.port });
}
