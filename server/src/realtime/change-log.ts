/** What sockets are told, kept in order so that a client that was away can catch up. */
import type { Pool, PoolClient } from "pg";
import type { ServerEventName, ServerEventPayload } from "../contract/index.ts";
import { packed } from "../db/packed.ts";

/** An event before it has its place in the workspace's order. */
export type Change = {
  [N in ServerEventName]: {
    workspaceId: string;
    /** Room `conversation:<contactId>`; null goes to every member of the workspace. */
    contactId: string | null;
    event: N;
    payload: Omit<ServerEventPayload<N>, "seq">;
  };
}[ServerEventName];

export type LiveEvent = Change & { seq: string };

/** Appends changes in the caller's transaction (one statement), in order; publish the result after commit. */
export async function appendChanges(client: PoolClient, changes: readonly Change[]): Promise<LiveEvent[]> {
  if (changes.length === 0) return [];
  const payloads = packed(changes.map((change) => JSON.stringify(change.payload)));
  const { rows } = await client.query<{ seq: string }>({
    name: "append-changes",
    text: `INSERT INTO change_log (workspace_id, contact_id, room, event, payload)
           SELECT w, c, COALESCE('conversation:' || c, 'workspace'), e,
                  convert_from(substring($6::bytea FROM p FOR size), 'UTF8')::json
             FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::int[]) WITH ORDINALITY AS t(w, c, e, p, size, n)
           ORDER BY n RETURNING seq::text AS seq`,
    values: [
      changes.map((change) => change.workspaceId),
      changes.map((change) => change.contactId),
      changes.map((change) => change.event),
      payloads.starts,
      payloads.sizes,
      payloads.bytes,
    ],
  });
  return changes.map((change, i) => ({ ...change, seq: rows[i]?.seq ?? "0" }));
}

/** A place in the order for an event that is not kept; drawn before its payload is read, so that a later one is newer. */
export async function nextSeq(db: Pool | PoolClient): Promise<string> {
  const { rows } = await db.query<{ seq: string }>("SELECT nextval('change_log_seq_seq')::text AS seq");
  return rows[0]?.seq ?? "0";
}
