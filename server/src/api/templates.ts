/** Templates: what Meta approved, and asking it anew. */
import { syncTemplates } from "../templates/sync-templates.ts";
import { getTemplate, listTemplates } from "../templates/template-views.ts";
import { api } from "./base.ts";

export const templates = {
  list: api.templates.list.handler(({ context: { services, actor }, input }) =>
    listTemplates(services.runtime.pool, actor.workspaceId, {
      ...input,
      sendable: input.sendable === undefined ? undefined : input.sendable === "true",
    }),
  ),
  get: api.templates.get.handler(({ context: { services, actor }, input }) =>
    getTemplate(services.runtime.pool, actor.workspaceId, input.id),
  ),
  sync: api.templates.sync.handler(async ({ context: { services, actor }, input }) => ({
    channels: await syncTemplates(services, actor.workspaceId, input.channelId ?? null),
  })),
};
