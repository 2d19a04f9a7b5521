/** Whom the contacts page is asked for, as its address has it. */
import { type ContactFilter, contactFilter } from "@hilo/server/contract";
import { z } from "zod";

export const EVERYBODY: ContactFilter = { all: [] };

/** Null: there is none, or none that can be read. */
export function readFilter(text: string | undefined): ContactFilter | null {
  if (text === undefined) return null;
  try {
    return contactFilter.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A filter beside a segment is that segment, changed and not saved yet. */
export const CONTACTS_ADDRESS = z.object({
  search: z.string().max(100).optional().catch(undefined),
  tag: z.string().max(60).optional().catch(undefined),
  channelId: z.uuid().optional().catch(undefined),
  segment: z.uuid().optional().catch(undefined),
  filter: z
    .string()
    .refine((text) => readFilter(text) !== null)
    .optional()
    .catch(undefined),
});
export type ContactsAddress = z.infer<typeof CONTACTS_ADDRESS>;

/** Where the table of those who are asked for is, with the mark that spreadsheets need. */
export function exportAddress({ filter, ...narrowed }: ReturnType<typeof askedBy>): string {
  const params = new URLSearchParams({ bom: "true" });
  for (const [name, value] of Object.entries(narrowed)) if (value) params.set(name, value);
  if (filter) params.set("filter", JSON.stringify(filter));
  return `/api/v1/contacts/export.csv?${params}`;
}

/** What the API is asked. */
export function askedBy({ segment, filter, search, ...narrowed }: ContactsAddress) {
  return {
    ...narrowed,
    search: search?.trim() || undefined,
    filter: readFilter(filter) ?? undefined,
    segmentId: filter === undefined ? segment : undefined,
  };
}
