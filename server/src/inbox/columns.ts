/** Deliveries as parameters of a statement: a list for each column, the bodies as bytes of one. */
import { packed } from "../db/packed.ts";
import type { Delivery, LogRow, StatusRow } from "./delivery.ts";

export interface LogLine {
  delivery: Delivery;
  log: LogRow;
}

export const logLines = (deliveries: readonly Delivery[]): LogLine[] =>
  deliveries.flatMap((delivery) => delivery.logs.map((log) => ({ delivery, log })));

export function logColumns(lines: readonly LogLine[]): unknown[] {
  const now = performance.now();
  const bodies = packed(lines.map(({ log }) => log.body));
  return [
    lines.map(({ log }) => log.workspaceId),
    lines.map(({ log }) => log.channelId),
    lines.map(({ log }) => log.platform),
    lines.map(({ delivery }) => delivery.receivedAt),
    lines.map(({ log }) => log.signature),
    lines.map(({ log }) => log.httpStatus),
    bodies.starts,
    bodies.sizes,
    bodies.bytes,
    lines.map(({ log }) => log.events.length + log.statuses.length),
    lines.map(({ log }) => log.error),
    lines.map(({ delivery }) => now - delivery.startedAt),
    lines.map(({ log }) => log.state),
  ];
}

export function statusColumns(statuses: readonly StatusRow[]): unknown[] {
  return [
    statuses.map((status) => status.workspaceId),
    statuses.map((status) => status.channelId),
    statuses.map((status) => status.platformMessageId),
    statuses.map((status) => status.status),
    statuses.map((status) => status.at),
    statuses.map((status) => status.error),
    statuses.map((status) => status.opaque),
  ];
}
