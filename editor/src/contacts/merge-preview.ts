/** What merging would do, told before it is done: by the same rules as the server's. Pure. */
import type { Contact } from "@hilo/server/contract";

type Known = Pick<
  Contact,
  "name" | "phone" | "email" | "language" | "tags" | "fields" | "identities" | "optedOutAt"
>;

export interface MergePreview {
  /** Known of the other only: the contact gets it. */
  gained: { of: string; value: unknown }[];
  /** Known of both and different: the contact keeps its own. */
  dropped: { of: string; kept: unknown; value: unknown }[];
  /** Tags the contact does not have. */
  tags: string[];
  /** Ids the other is known by. */
  identities: Contact["identities"];
  /** The other wants no messages, and then the contact wants none. */
  optsOut: boolean;
}

const COLUMNS = ["name", "phone", "email", "language"] as const;

export function mergePreview(contact: Known, other: Known): MergePreview {
  const gained: MergePreview["gained"] = [];
  const dropped: MergePreview["dropped"] = [];
  const compare = (of: string, kept: unknown, value: unknown) => {
    if (value === null || value === undefined) return;
    if (kept === null || kept === undefined) gained.push({ of, value });
    else if (JSON.stringify(kept) !== JSON.stringify(value)) dropped.push({ of, kept, value });
  };
  for (const column of COLUMNS) compare(column, contact[column], other[column]);
  for (const [name, value] of Object.entries(other.fields))
    compare(name, Object.hasOwn(contact.fields, name) ? contact.fields[name] : undefined, value);
  return {
    gained,
    dropped,
    tags: other.tags.filter((tag) => !contact.tags.includes(tag)),
    identities: other.identities,
    optsOut: other.optedOutAt !== null && contact.optedOutAt === null,
  };
}
