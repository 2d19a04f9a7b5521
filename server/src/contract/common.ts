/** Shapes that every part of the API shares: ids, pages, errors, times. */
import { z } from "zod";

export const id = z.uuid();
/** ISO 8601, UTC. */
export const timestamp = z.iso.datetime();

/** A name that others gave something: kept as it is, so it has no NUL, which PostgreSQL does not take. */
export const foreignName = z
  .string()
  .refine((name) => !name.includes("\u0000"), "It has a NUL character (U+0000). Take it out.");

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});

const day = z.iso.date();
const moment = z.union([day, z.iso.datetime({ offset: true })], {
  error: "Give a day (2026-01-31) or a time (2026-01-31T09:00:00Z).",
});

interface Span {
  from?: string | undefined;
  to?: string | undefined;
}

/** From when until when. A day without its time is UTC's, and `to` has the whole of its day. */
export const spanQuery = z
  .object({ from: moment.optional(), to: moment.optional() })
  .refine(isInOrder, { path: ["from"], error: "It is later than `to`. Give the earlier of the two here." });

/** @returns the first moment inside and the first one after; null where it is open */
export function readSpan({ from, to }: Span): { since: Date | null; until: Date | null } {
  const until = to === undefined ? null : new Date(to);
  if (until && day.safeParse(to).success) until.setUTCDate(until.getUTCDate() + 1);
  return { since: from === undefined ? null : new Date(from), until };
}

function isInOrder(span: Span): boolean {
  const { since, until } = readSpan(span);
  return since === null || until === null || since < until;
}

/** A page of a list; `nextCursor` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const platform = z.enum(["whatsapp", "instagram", "messenger", "simulator"]);
/** Those that the simulator can play. */
export const playedPlatform = z.enum(["whatsapp", "instagram", "messenger"]);
export const sessionStatus = z.enum(["Active", "Paused", "Completed", "Errored"]);
export const messageStatus = z.enum([
  "Received",
  "Pending",
  "Sending",
  "Sent",
  "Delivered",
  "Read",
  "Failed",
  "Uncertain",
  "Cancelled",
]);
