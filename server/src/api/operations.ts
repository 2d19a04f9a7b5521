/** Webhook log, usage, live connections. */

import { usageByMonth } from "../admin/usage.ts";
import { listLog, retryEntry } from "../admin/webhook-log.ts";
import { errorList } from "../channels/errors.ts";
import { api } from "./base.ts";

export const SOCKET_PATH = "/socket.io";

export const operations = {
  webhookLog: {
    list: api.operations.webhookLog.list.handler(({ context: { services, actor }, input }) =>
      listLog(services.runtime.pool, actor.workspaceId, input),
    ),
    retry: api.operations.webhookLog.retry.handler(({ context: { services, actor }, input }) =>
      retryEntry(services, actor.workspaceId, input.id),
    ),
  },
  usage: api.operations.usage.handler(async ({ context: { services, actor } }) => ({
    months: await usageByMonth(services.runtime.pool, actor.workspaceId, services.runtime.now()),
  })),
  errors: api.operations.errors.handler(() => ({
    errors: errorList().map(({ platforms, codes, class: kind, message, remedy = null }) => ({
      platforms,
      codes,
      class: kind,
      message,
      remedy,
    })),
  })),
  ws: {
    status: api.operations.ws.status.handler(() => ({ ok: true, path: SOCKET_PATH })),
    stats: api.operations.ws.stats.handler(({ context: { services } }) => services.socketStats()),
  },
};
