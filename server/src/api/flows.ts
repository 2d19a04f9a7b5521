/** Flows and what starts them. */
import { audit } from "../admin/audit.ts";
import { createFlow, removeFlow, saveDraft } from "../flows/drafts.ts";
import { explainTriggers } from "../flows/explain.ts";
import { flowById, listFlows, listVersions } from "../flows/flow-views.ts";
import { importIntoDrafts } from "../flows/import-drafts.ts";
import { checkFlow, publishFlow, unpublishFlow } from "../flows/publish.ts";
import { api } from "./base.ts";

export const flows = {
  list: api.flows.list.handler(({ context: { services, actor }, input }) =>
    listFlows(services.runtime.pool, actor.workspaceId, input.limit, input.cursor),
  ),
  create: api.flows.create.handler(({ context: { services, actor }, input }) =>
    createFlow(services.runtime.pool, actor, input.name, input.definition),
  ),
  get: api.flows.get.handler(({ context: { services, actor }, input }) =>
    flowById(services.runtime.pool, actor.workspaceId, input.id),
  ),
  save: api.flows.save.handler(({ context: { services, actor }, input }) =>
    saveDraft(services.runtime.pool, actor.workspaceId, input),
  ),
  remove: api.flows.remove.handler(async ({ context: { services, actor }, input }) => {
    await removeFlow(services.runtime.pool, actor.workspaceId, input.id);
    await audit(services.runtime.prisma, actor, "flow-removed", { type: "flow", id: input.id });
  }),
  import: api.flows.import.handler(({ context: { services, actor }, input }) =>
    importIntoDrafts(services.runtime.pool, actor, input),
  ),
  export: api.flows.export.handler(async ({ context: { services, actor }, input }) => {
    const { definition } = await flowById(services.runtime.pool, actor.workspaceId, input.id);
    return definition;
  }),
  examples: api.flows.examples.handler(async ({ context: { services } }) => ({
    items: await services.examples(),
  })),
  check: api.flows.check.handler(async ({ context: { services, actor }, input }) => ({
    problems: await checkFlow(services.runtime.pool, actor.workspaceId, input.id, input.definition),
  })),
  publish: api.flows.publish.handler(async ({ context: { services, actor }, input }) => {
    const flow = await publishFlow(services.runtime.pool, actor, input);
    await audit(services.runtime.prisma, actor, "flow-published", { type: "flow", id: input.id });
    return flow;
  }),
  unpublish: api.flows.unpublish.handler(async ({ context: { services, actor }, input }) => {
    const flow = await unpublishFlow(services.runtime.pool, actor.workspaceId, input.id);
    await audit(services.runtime.prisma, actor, "flow-unpublished", { type: "flow", id: input.id });
    return flow;
  }),
  versions: api.flows.versions.handler(({ context: { services, actor }, input }) =>
    listVersions(services.runtime.pool, actor.workspaceId, input.id, input.limit, input.cursor),
  ),
};

export const triggers = {
  explain: api.triggers.explain.handler(({ context: { services, actor }, input }) =>
    explainTriggers(services.runtime, services.flows, actor.workspaceId, input),
  ),
};
