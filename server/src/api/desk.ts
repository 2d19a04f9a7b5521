/** What people who answer keep at hand. */
import {
  createCannedReply,
  listCannedReplies,
  removeCannedReply,
  updateCannedReply,
} from "../desk/canned-replies.ts";
import { createView, listViews, removeView } from "../desk/saved-views.ts";
import { api } from "./base.ts";

export const conversationViews = {
  list: api.conversationViews.list.handler(async ({ context: { services, actor } }) => ({
    items: await listViews(services.runtime.prisma, actor),
  })),
  create: api.conversationViews.create.handler(({ context: { services, actor }, input }) =>
    createView(services.runtime.prisma, actor, input),
  ),
  remove: api.conversationViews.remove.handler(async ({ context: { services, actor }, input }) => {
    await removeView(services.runtime.prisma, actor, input.id);
  }),
};

export const cannedReplies = {
  list: api.cannedReplies.list.handler(async ({ context: { services, actor } }) => ({
    items: await listCannedReplies(services.runtime.prisma, actor.workspaceId),
  })),
  create: api.cannedReplies.create.handler(({ context: { services, actor }, input }) =>
    createCannedReply(services.runtime.prisma, actor.workspaceId, input),
  ),
  update: api.cannedReplies.update.handler(({ context: { services, actor }, input }) =>
    updateCannedReply(services.runtime.prisma, actor.workspaceId, input),
  ),
  remove: api.cannedReplies.remove.handler(async ({ context: { services, actor }, input }) => {
    await removeCannedReply(services.runtime.prisma, actor.workspaceId, input.id);
  }),
};
