/** What an agent does to a conversation: take over, hand back, end the session, say something. */

import type { AgentAction, InboxRow } from "./inbox-row.ts";
import { type BatchContext, stepSession } from "./run-session.ts";
import { NO_FLOW, type RowOutcome, type Work } from "./work.ts";

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
      work.say(action.content, {
        ...NO_FLOW,
        key: `agent:${action.clientKey}`,
        author: "agent",
        authorId: action.userId,
        inboxEventId: row.id,
        at: row.receivedAt,
      });
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
