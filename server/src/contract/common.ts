/** Shapes that every part of the API shares: ids, pages, errors, times. */
import { z } from "zod";

export const id = z.uuid();
/** ISO 8601, UTC. */
export const timestamp = z.iso.datetime();

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});

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
