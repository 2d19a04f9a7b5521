/** Events from outside. */
import { reportEvent } from "../events/report-event.ts";
import { api } from "./base.ts";

export const events = {
  report: api.events.report.handler(({ context: { services, actor }, input }) =>
    reportEvent(services, actor.workspaceId, input),
  ),
};
