/** What an agent does to a conversation: take over, hand back, end the session, say something. */
import { adapterFor } from "../channels/registry.ts";
import { type BatchContext, stepSession } from "./apply-row.ts";
import type { AgentAction, InboxRow } from "./inbox-row.ts";
import type { RowOutcome, Work } from "./work.ts";

export function applyAgentAction(
  work: Work,
  row: InboxRow,
  action: AgentAction,
  batch: BatchContext,
): RowOutcome["state"] {
  switch (action.action) {
    case "take-over":
      work.mode = "Human";
      work.assigneeId = action.userId;
      return "done";
    case "hand-back":
      return handBack(work, row, batch);
    case "end-session":
      if (work.live?.id !== action.sessionId) return "ignored";
      stepSession(
        work,
        row,
        work.live,
        { type: "agent", action: "end", ...(action.reason ? { reason: action.reason } : {}) },
        batch,
      );
      return "done";
    case "send":
      say(work, row, action);
      return "done";
  }
}

/** The session goes on where it stood: through the hand-off's port when the flow handed over, else still waiting. */
function handBack(work: Work, row: InboxRow, batch: BatchContext): RowOutcome["state"] {
  if (work.mode === "Bot") return "ignored";
  work.giveToBot();
  if (work.live?.state.wait?.for === "agent")
    stepSession(work, row, work.live, { type: "agent", action: "hand-back" }, batch);
  return "done";
}

function say(work: Work, row: InboxRow, action: Extract<AgentAction, { action: "send" }>): void {
  for (const [n, content] of adapterFor(work.conversation.channel.platform).fit(action.content).entries()) {
    work.addMessage({
      id: work.idFor(`agent:${action.clientKey}:${n}`),
      direction: "out",
      author: "agent",
      authorId: action.userId,
      content,
      status: "Pending",
      platformMessageId: null,
      replyTo: null,
      clientKey: `agent:${action.clientKey}:${n}`,
      sessionId: null,
      nodeId: null,
      flowVersionId: null,
      inboxEventId: row.id,
      at: row.receivedAt,
    });
  }
}
