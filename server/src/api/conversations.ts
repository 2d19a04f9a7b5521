/** Conversations, messages of agents, sessions. */
import type { MessageContent } from "@hilo/flow-engine";
import { auditEach } from "../admin/audit.ts";
import type { Actor } from "../auth/actor.ts";
import type { ChosenSessions } from "../contract/sessions.ts";
import { actOnSessions, type BulkAction } from "../conversations/act-on-sessions.ts";
import {
  changeDesk,
  endSession,
  getConversation,
  handBack,
  markRead,
  startFlow,
  takeOver,
} from "../conversations/agent-actions.ts";
import { sendMessage } from "../conversations/agent-sends.ts";
import { listSessions, sessionById, sessionEvents } from "../conversations/session-views.ts";
import { listConversations, listMessages } from "../conversations/views.ts";
import { deskCounts } from "../desk/counts.ts";
import { notFound } from "../http/app-error.ts";
import type { Services } from "../services.ts";
import { api } from "./base.ts";

export const conversations = {
  list: api.conversations.list.handler(({ context: { services, actor }, input }) =>
    listConversations(services.runtime.pool, actor, input),
  ),
  get: api.conversations.get.handler(({ context: { services, actor }, input }) =>
    getConversation(services.runtime, actor.workspaceId, input.id),
  ),
  messages: api.conversations.messages.handler(async ({ context: { services, actor }, input }) => {
    const { id } = await getConversation(services.runtime, actor.workspaceId, input.id);
    return listMessages(services.runtime.pool, actor.workspaceId, id, input.limit, input.cursor);
  }),
  counts: api.conversations.counts.handler(({ context: { services, actor } }) =>
    deskCounts(services.runtime.pool, actor.workspaceId, actor.userId),
  ),
  update: api.conversations.update.handler(({ context: { services, actor }, input: { id, ...change } }) =>
    changeDesk(services, actor.workspaceId, id, change),
  ),
  startFlow: api.conversations.startFlow.handler(({ context: { services, actor }, input }) =>
    startFlow(services, actor.workspaceId, input.id, input.flowId),
  ),
  takeOver: api.conversations.takeOver.handler(({ context: { services, actor }, input }) =>
    takeOver(services, actor.workspaceId, input.id, actor.userId),
  ),
  handBack: api.conversations.handBack.handler(({ context: { services, actor }, input }) =>
    handBack(services, actor.workspaceId, input.id, actor.userId),
  ),
  read: api.conversations.read.handler(({ context: { services, actor }, input }) =>
    markRead(services.runtime, actor, input.id),
  ),
};

export const messages = {
  send: api.messages.send.handler(({ context: { services, actor }, input }) => {
    const content: MessageContent = input.content;
    return sendMessage(services, actor.workspaceId, { ...input, content }, actor.userId);
  }),
};

export const sessions = {
  list: api.sessions.list.handler(({ context: { services, actor }, input }) =>
    listSessions(services.runtime.pool, actor.workspaceId, input, services.runtime.now()),
  ),
  get: api.sessions.get.handler(async ({ context: { services, actor }, input }) => {
    const session = await sessionById(services.runtime.pool, actor.workspaceId, input.id);
    if (!session) throw notFound("session");
    return session;
  }),
  events: api.sessions.events.handler(async ({ context: { services, actor }, input }) => {
    const session = await sessionById(services.runtime.pool, actor.workspaceId, input.id);
    if (!session) throw notFound("session");
    return sessionEvents(services.runtime.pool, actor.workspaceId, session.id, input.limit, input.cursor);
  }),
  end: api.sessions.end.handler(({ context: { services, actor }, input }) =>
    endSession(services, actor.workspaceId, input.id, input.reason),
  ),
  endMany: api.sessions.endMany.handler(({ context: { services, actor }, input }) =>
    actAndAudit(services, actor, "end", input),
  ),
  moveMany: api.sessions.moveMany.handler(({ context: { services, actor }, input }) =>
    actAndAudit(services, actor, "move", input),
  ),
  resumeMany: api.sessions.resumeMany.handler(({ context: { services, actor }, input }) =>
    actAndAudit(services, actor, "resume", input),
  ),
};

const AUDITED = { end: "session-ended", move: "session-moved", resume: "session-resumed" } as const;

async function actAndAudit(services: Services, actor: Actor, action: BulkAction, chosen: ChosenSessions) {
  const done = await actOnSessions(services, actor.workspaceId, action, chosen);
  const targets = done.results
    .filter((one) => one.done)
    .map(({ sessionId }) => ({ type: "session", id: sessionId }));
  await auditEach(services.runtime.prisma, actor, AUDITED[action], targets);
  return done;
}
