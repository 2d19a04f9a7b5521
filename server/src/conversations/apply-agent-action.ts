/** What an agent does to a conversation, or publishing for one: take over, hand back, move, restart or end the session, say something. */

import type { DeskDeed } from "./deeds.ts";
import type { AgentAction, InboxRow } from "./inbox-row.ts";
import { type BatchContext, endSession, startSession, stepSession } from "./run-session.ts";
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
      work.standing = { ...work.standing, humanUntil: null };
      work.reopen(row.receivedAt);
      return "done";
    case "hand-back":
      return handBack(work, row, action, batch);
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
    case "move-session":
      return moveSession(work, row, action, batch);
    case "restart-session":
      return restartSession(work, row, action, batch);
    case "assign":
      return assign(work, row, { userId: action.assigneeId, teamId: action.teamId });
    case "close":
      return close(work, row, batch);
    case "reopen":
      if (!work.isClosed) return "ignored";
      work.reopen(row.receivedAt);
      return "done";
    case "start-flow":
      work.giveToBot();
      if (work.live) endSession(work, row, "interrupted");
      startSession(work, row, action, { type: "start", cause: { kind: "manual" } }, batch);
      return "done";
    case "send":
      work.privateReplyTo = action.commentId ?? null;
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

type ActionOf<A extends AgentAction["action"]> = Extract<AgentAction, { action: A }>;

/** A step at which it can't be moved leaves it as it was; the log says why. */
function moveSession(
  work: Work,
  row: InboxRow,
  { sessionId, flowVersionId }: ActionOf<"move-session">,
  batch: BatchContext,
): RowOutcome["state"] {
  const { live } = work;
  if (live?.id !== sessionId || live.flowVersionId === flowVersionId) return "ignored";
  stepSession(work, row, live, { type: "move", from: live.flowVersionId, program: flowVersionId }, batch);
  const moved = work.steps.at(-1)?.result.trace.some(({ type }) => type === "version-changed");
  if (!moved) return "ignored";
  work.changeVersion(live.id, flowVersionId);
  return "done";
}

/** Not while a person drives: the bot would talk in between. */
function restartSession(
  work: Work,
  row: InboxRow,
  { sessionId, flowId, flowVersionId }: ActionOf<"restart-session">,
  batch: BatchContext,
): RowOutcome["state"] {
  if (work.live?.id !== sessionId || work.mode === "Human") return "ignored";
  endSession(work, row, "interrupted");
  startSession(work, row, { flowId, flowVersionId }, { type: "start", cause: { kind: "manual" } }, batch);
  return "done";
}

/** A flow that awaits this human goes on first: it may have something to say in parting. */
function close(work: Work, row: InboxRow, batch: BatchContext): RowOutcome["state"] {
  if (work.isClosed) return "ignored";
  handBack(work, row, { action: "hand-back", userId: null }, batch);
  // It asks for a person again: then somebody still has to see it.
  if (work.mode === "Human") return "done";
  assign(work, row, { userId: null, teamId: null });
  work.deeds.push({ kind: "desk", status: "closed", at: row.receivedAt });
  return "done";
}

function assign(work: Work, row: InboxRow, assignee: NonNullable<DeskDeed["assignee"]>): "done" {
  work.assigneeId = assignee.userId;
  work.deeds.push({ kind: "desk", assignee, at: row.receivedAt });
  return "done";
}

/** The session goes on where it stood: through the hand-off's port when the flow handed over, else still waiting. */
function handBack(
  work: Work,
  row: InboxRow,
  { lentUntil }: ActionOf<"hand-back">,
  batch: BatchContext,
): RowOutcome["state"] {
  if (work.mode === "Bot") return "ignored";
  if (lentUntil !== undefined && work.standing.humanUntil?.toISOString() !== lentUntil) return "ignored";
  work.giveToBot();
  if (work.live?.state.wait?.for === "agent")
    stepSession(work, row, work.live, { type: "agent", action: "hand-back" }, batch);
  return "done";
}
