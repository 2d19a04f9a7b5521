/** What the list of sessions is narrowed to, as the address has it and as the server takes it. */
import { z } from "zod";
import type { SessionFilter } from "../api/queries.ts";

export const STATUSES = ["Active", "Paused", "Completed", "Errored"] as const;

/** Ages to choose from, in hours: an hour, a day, a week, thirty days. */
export const AGES = ["1", "24", "168", "720"] as const;

export const ADDRESS_FILTER = z.object({
  status: z.enum(STATUSES).optional().catch(undefined),
  live: z.literal("true").optional().catch(undefined),
  flowId: z.uuid().optional().catch(undefined),
  /** A step of that flow. */
  nodeId: z.string().max(64).optional().catch(undefined),
  olderThanHours: z.enum(AGES).optional().catch(undefined),
  error: z.string().max(80).optional().catch(undefined),
});
export type AddressFilter = z.infer<typeof ADDRESS_FILTER>;

export function asked({ olderThanHours, ...filter }: AddressFilter): SessionFilter {
  return { ...filter, ...(olderThanHours !== undefined && { olderThanHours: Number(olderThanHours) }) };
}

export const isNarrowed = (filter: AddressFilter): boolean =>
  Object.values(filter).some((part) => part !== undefined);
