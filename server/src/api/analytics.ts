/** What came of it. */
import { countedEvents, experimentResults } from "../analytics/experiments.ts";
import { analyticsOverview } from "../analytics/overview.ts";
import { daysBefore, lastDays } from "../analytics/period.ts";
import { unmatchedTexts, whatIfKeyword } from "../analytics/unmatched.ts";
import { readSpan } from "../contract/common.ts";
import { api } from "./base.ts";

const USUAL_DAYS = 30;

export const analytics = {
  overview: api.analytics.overview.handler(({ context: { services, actor }, input }) => {
    const { pool, now } = services.runtime;
    return analyticsOverview(pool, actor.workspaceId, lastDays(now(), input.days, input.channelId));
  }),
  unmatched: api.analytics.unmatched.handler(({ context: { services, actor }, input }) => {
    const { pool, now } = services.runtime;
    return unmatchedTexts(pool, actor.workspaceId, lastDays(now(), input.days, input.channelId));
  }),
  whatIf: api.analytics.whatIf.handler(({ context: { services, actor }, input }) => {
    const { pool, now } = services.runtime;
    return whatIfKeyword(pool, actor.workspaceId, lastDays(now(), input.days, input.channelId), input);
  }),
  experiments: api.analytics.experiments.handler(async ({ context: { services, actor }, input }) => ({
    items: await experimentResults(services.runtime.pool, actor.workspaceId, input.event),
  })),
  events: api.analytics.events.handler(async ({ context: { services, actor }, input }) => {
    const { pool, now } = services.runtime;
    const { since, until } = readSpan(input);
    const lately = daysBefore(now(), input.days ?? USUAL_DAYS);
    const open = since === null && until === null;
    return { items: await countedEvents(pool, actor.workspaceId, open ? lately : since, until) };
  }),
};
