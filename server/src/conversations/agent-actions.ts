/** What people do to conversations from the inbox or the API. */
import { type Actor, readRole } from "../auth/actor.ts";
import { may } from "../auth/authorize.ts";
import type { Conversation, Session } from "../contract/index.ts";
import { newId } from "../db/ids.ts";
import { AppError } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import type { AgentAction } from "./inbox-row.ts";
import { sessionById } from "./session-views.ts";
import { type ConversationDeps, placeOf, submit } from "./submit-row.ts";
import { conversationsByIds } from "./views.ts";

export async function getConversation(
  runtime: Runtime,
  workspaceId: string,
  id: string,
): Promise<Conversation> {
  const [found] = await conversationsByIds(runtime.pool, [{ workspaceId, id }]);
  if (!found) throw new AppError("not-found", 404, "There is no such conversation.");
  const { workspaceId: _, ...conversation } = found;
  return conversation;
}

/** The bot is silent from here on; timers and results it awaited are kept back. */
export async function takeOver(
  deps: ConversationDeps,
  workspaceId: string,
  id: string,
  userId: string | null,
): Promise<Conversation> {
  return act(deps, workspaceId, id, { action: "take-over", userId });
}

/** The bot goes on where it stood. */
export async function handBack(
  deps: ConversationDeps,
  workspaceId: string,
  id: string,
  userId: string | null,
): Promise<Conversation> {
  return act(deps, workspaceId, id, { action: "hand-back", userId });
}

export interface DeskChange {
  status?: "open" | "closed" | undefined;
  assigneeId?: string | null | undefined;
  teamId?: string | null | undefined;
}

/** Closes or opens it, and says whose it is; what is undefined stays. */
export async function changeDesk(
  deps: ConversationDeps,
  workspaceId: string,
  id: string,
  { status, assigneeId, teamId }: DeskChange,
): Promise<Conversation> {
  let now = await getConversation(deps.runtime, workspaceId, id);
  if (assigneeId !== undefined || teamId !== undefined) {
    await refuseStrangers(deps.runtime, workspaceId, { assigneeId, teamId });
    now = await act(deps, workspaceId, id, {
      action: "assign",
      assigneeId: assigneeId === undefined ? (now.assignee?.id ?? null) : assigneeId,
      teamId: teamId === undefined ? (now.team?.id ?? null) : teamId,
    });
  }
  if (status === undefined) return now;
  return act(deps, workspaceId, id, { action: status === "closed" ? "close" : "reopen" });
}

async function refuseStrangers(
  { prisma }: Runtime,
  workspaceId: string,
  { assigneeId: userId, teamId }: Pick<DeskChange, "assigneeId" | "teamId">,
): Promise<void> {
  if (userId) {
    const member = await prisma.member.findFirst({ where: { workspaceId, userId } });
    const role = member && readRole(member.role);
    if (!role) throw new AppError("bad-request", 400, "There is no such member in this workspace.");
    if (!may(role, "conversations.write"))
      throw new AppError(
        "bad-request",
        400,
        `The role ${role} may not answer customers: choose somebody else.`,
      );
  }
  if (teamId && !(await prisma.team.findFirst({ where: { workspaceId, id: teamId } })))
    throw new AppError("bad-request", 400, "There is no such team in this workspace.");
}

/** The bot has the conversation and begins the flow, as it is published now. */
export async function startFlow(
  deps: ConversationDeps,
  workspaceId: string,
  id: string,
  flowId: string,
): Promise<Conversation> {
  await getConversation(deps.runtime, workspaceId, id);
  const flow = await deps.runtime.prisma.flow.findFirst({ where: { workspaceId, id: flowId } });
  if (!flow || flow.archivedAt) throw new AppError("not-found", 404, "There is no such flow.");
  const { publishedVersionId: flowVersionId } = flow;
  if (!flowVersionId)
    throw new AppError("conflict", 409, "This flow is not published. Publish it, then start it.");
  return act(deps, workspaceId, id, { action: "start-flow", flowId, flowVersionId });
}

async function act(
  deps: ConversationDeps,
  workspaceId: string,
  id: string,
  action: AgentAction,
): Promise<Conversation> {
  await submit(deps, await placeOf(deps.runtime, workspaceId, id), "agent", action, newId());
  return getConversation(deps.runtime, workspaceId, id);
}

/** Read, and the notes in which the member is named are seen. */
export async function markRead(
  runtime: Runtime,
  { workspaceId, userId }: Pick<Actor, "workspaceId" | "userId">,
  id: string,
): Promise<Conversation> {
  await runtime.pool.query(
    `WITH read AS (UPDATE conversations SET unread = 0 WHERE workspace_id = $1 AND id = $2 AND unread > 0)
     UPDATE note_mentions m SET seen_at = now() FROM notes n, conversations c
      WHERE m.workspace_id = $1 AND m.user_id = $3 AND m.seen_at IS NULL AND n.workspace_id = $1 AND n.id = m.note_id
        AND c.workspace_id = $1 AND c.id = $2 AND c.contact_id = n.contact_id`,
    [workspaceId, id, userId],
  );
  const conversation = await getConversation(runtime, workspaceId, id);
  runtime.publish([
    { workspaceId, contactId: null, event: "conversation:updated", payload: { conversation }, seq: "0" },
  ]);
  return conversation;
}

export async function endSession(
  deps: ConversationDeps,
  workspaceId: string,
  id: string,
  reason: string | undefined,
): Promise<Session> {
  const session = await sessionById(deps.runtime.pool, workspaceId, id);
  if (!session) throw new AppError("not-found", 404, "There is no such session.");
  const place = await placeOf(deps.runtime, workspaceId, session.conversationId);
  await submit(
    deps,
    place,
    "agent",
    { action: "end-session", sessionId: id, ...(reason ? { reason } : {}) },
    newId(),
  );
  return (await sessionById(deps.runtime.pool, workspaceId, id)) ?? session;
}
