/** Flows and what starts them. */
import { audit } from "../admin/audit.ts";
import type { Actor } from "../auth/actor.ts";
import type { FlowDetail } from "../contract/index.ts";
import { createFlow, removeFlow, saveDraft } from "../flows/drafts.ts";
import { explainTriggers } from "../flows/explain.ts";
import { flowById, listFlows, listVersions, versionById } from "../flows/flow-views.ts";
import { importIntoDrafts } from "../flows/import-drafts.ts";
import { previewPublish } from "../flows/live-sessions.ts";
import { checkFlow, publishFlow, unpublishFlow } from "../flows/publish.ts";
import type { Runtime } from "../runtime.ts";
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
  save: api.flows.save.handler(async ({ context: { services, actor }, input }) => {
    const flow = await saveDraft(services.runtime.pool, actor.workspaceId, input);
    tellOpen(services.runtime, actor, flow, false);
    return flow;
  }),
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
    problems: await checkFlow(
      services.runtime.pool,
      services.flows,
      actor.workspaceId,
      input.id,
      input.definition,
    ),
  })),
  publish: api.flows.publish.handler(async ({ context: { services, actor }, input }) => {
    const flow = await publishFlow(services.runtime, actor, input);
    await audit(services.runtime.prisma, actor, "flow-published", { type: "flow", id: input.id });
    tellOpen(services.runtime, actor, flow, true);
    return flow;
  }),
  unpublish: api.flows.unpublish.handler(async ({ context: { services, actor }, input }) => {
    const flow = await unpublishFlow(services.runtime.pool, actor.workspaceId, input.id);
    await audit(services.runtime.prisma, actor, "flow-unpublished", { type: "flow", id: input.id });
    tellOpen(services.runtime, actor, flow, true);
    return flow;
  }),
  versions: api.flows.versions.handler(({ context: { services, actor }, input }) =>
    listVersions(services.runtime.pool, actor.workspaceId, input.id, input.limit, input.cursor),
  ),
  version: api.flows.version.handler(({ context: { services, actor }, input }) =>
    versionById(services.runtime.pool, actor.workspaceId, input.id, input.versionId),
  ),
  previewPublish: api.flows.previewPublish.handler(({ context: { services, actor }, input }) =>
    previewPublish(services.runtime.pool, actor.workspaceId, input.id, services.runtime.now()),
  ),
  traffic: api.flows.traffic.handler(({ context: { services, actor }, input }) =>
    services.traffic.count(actor.workspaceId, input.id, input.days),
  ),
};

/** Who has the flow open reads it again. */
function tellOpen(runtime: Runtime, { workspaceId }: Actor, flow: FlowDetail, published: boolean): void {
  runtime.flowChanged({ workspaceId, flowId: flow.id, revision: flow.revision, published });
}

export const triggers = {
  explain: api.triggers.explain.handler(({ context: { services, actor }, input }) =>
    explainTriggers(services.runtime, services.flows, actor.workspaceId, input),
  ),
};
