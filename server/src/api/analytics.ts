/** What came of it. */
import { countedEvents, experimentResults } from "../analytics/experiments.ts";
import { api } from "./base.ts";

/** Milliseconds of a day. */
const DAY = 86_400_000;

export const analytics = {
  experiments: api.analytics.experiments.handler(async ({ context: { services, actor }, input }) => ({
    items: await experimentResults(services.runtime.pool, actor.workspaceId, input.event),
  })),
  events: api.analytics.events.handler(async ({ context: { services, actor }, input }) => {
    const { pool, now } = services.runtime;
    return {
      items: await countedEvents(pool, actor.workspaceId, new Date(now().getTime() - input.days * DAY)),
    };
  }),
};
