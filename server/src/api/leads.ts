/** Leads: seen, asked for again. */
import { listLeads, retryLead } from "../leads/lead-views.ts";
import { api } from "./base.ts";

export const leads = {
  list: api.leads.list.handler(({ context: { services, actor }, input }) =>
    listLeads(services.runtime.pool, actor.workspaceId, input),
  ),
  retry: api.leads.retry.handler(({ context: { services, actor }, input }) =>
    retryLead(services.runtime.pool, actor.workspaceId, input.id),
  ),
};
