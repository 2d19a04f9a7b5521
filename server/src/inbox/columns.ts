/** Deliveries as parameters of a statement: a list for each column. */
import { byteas, ints, jsons, reals, smallints, texts, times, uuids } from "../db/lists.ts";
import type { Delivery, LogRow, StatusRow } from "./delivery.ts";

export interface LogLine {
  delivery: Delivery;
  log: LogRow;
}

export const logLines = (deliveries: readonly Delivery[]): LogLine[] =>
  deliveries.flatMap((delivery) => delivery.logs.map((log) => ({ delivery, log })));

export function logColumns(lines: readonly LogLine[]): Buffer[] {
  const now = performance.now();
  return [
    uuids(lines, ({ log }) => log.workspaceId),
    uuids(lines, ({ log }) => log.channelId),
    texts(lines, ({ log }) => log.platform),
    times(lines, ({ delivery }) => delivery.receivedAt),
    texts(lines, ({ log }) => log.signature),
    smallints(lines, ({ log }) => log.httpStatus),
    byteas(lines, ({ log }) => log.body),
    ints(lines, ({ log }) => log.events.length + log.statuses.length),
    texts(lines, ({ log }) => log.error),
    reals(lines, ({ delivery }) => now - delivery.startedAt),
    texts(lines, ({ log }) => log.state),
  ];
}

export function statusColumns(statuses: readonly StatusRow[]): Buffer[] {
  return [
    uuids(statuses, (status) => status.workspaceId),
    uuids(statuses, (status) => status.channelId),
    texts(statuses, (status) => status.platformMessageId),
    texts(statuses, (status) => status.status),
    times(statuses, (status) => status.at),
    jsons(statuses, (status) => status.error),
    texts(statuses, (status) => status.opaque),
  ];
}
