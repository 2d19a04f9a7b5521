/** What sockets are told, kept in order so that a client that was away can catch up. */
import type { Pool, PoolClient } from "pg";
import type { Message, ServerEventName, ServerEventPayload } from "../contract/index.ts";
import { jsons, uuids } from "../db/lists.ts";

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

/** The name of a row that holds several events of one contact, each `{ event, payload }`; null: taken out since. */
export const SEVERAL = "several";
/**
 * The name of a row that only names what was saved: it is read when it is told, and told as it is by then. What nearly every
 * message leads to is kept this way, in one row for each statement.
 */
export const REFERRED = "referred";
/** The sequence leaves so many numbers to a row: the events in it have one each, counted from its own. */
export const NUMBERS_OF_A_ROW = 10_000;

type Kept = Pick<Change, "event" | "payload">;

/** A row as it is in its table. */
export interface ChangeRow {
  workspaceId: string;
  contactId: string | null;
  seq: string;
  event: string;
  payload: unknown;
}

/** The events of a row, in order. */
export function eventsOf({ workspaceId, contactId, seq, event, payload }: ChangeRow): LiveEvent[] {
  // Written by the statements of this product only, so of the shapes above.
  const kept = (event === SEVERAL ? payload : [{ event, payload }]) as (Kept | null)[];
  return numbered(
    seq,
    kept.map((one) => (one === null ? null : ({ workspaceId, contactId, ...one } as Change))),
  );
}

/** The events of a row with their numbers, which begin with its own; what is told no more (null) keeps its place. */
export function numbered(seq: string, changes: readonly (Change | null)[]): LiveEvent[] {
  const first = BigInt(seq);
  return changes.flatMap((change, n) =>
    change === null ? [] : [{ seq: String(first + BigInt(n)), ...change }],
  );
}

export type SessionUpdate = Omit<ServerEventPayload<"session:updated">, "seq">;

export function messageChange(workspaceId: string, message: Message): Change {
  const { contactId } = message;
  return { workspaceId, contactId, event: "message:new", payload: { message, contactId } };
}

export function sessionChange(workspaceId: string, payload: SessionUpdate): Change {
  return { workspaceId, contactId: payload.contactId, event: "session:updated", payload };
}

/** What a row named `referred` holds: ids, and nothing of a person. Its events are numbered in this order: messages, sessions, statuses. */
export interface References {
  /** Messages that are new. */
  messages?: readonly string[];
  /** Sessions that went on, and their way in this step. */
  sessions?: readonly { id: string; path: SessionUpdate["path"] }[];
  /** Messages whose fate changed. */
  statuses?: readonly string[];
}

/** In SQL: how many numbers the events of a row called `c` take. */
export const COUNT_OF_ROW = `CASE c.event
  WHEN '${SEVERAL}' THEN json_array_length(c.payload)
  WHEN '${REFERRED}' THEN COALESCE(json_array_length(c.payload -> 'messages'), 0) + COALESCE(json_array_length(c.payload -> 'sessions'), 0)
                        + COALESCE(json_array_length(c.payload -> 'statuses'), 0)
  ELSE 1 END`;

/** Appends changes in the caller's transaction (one statement), in order; publish the result after commit. */
export async function appendChanges(client: PoolClient, changes: readonly Change[]): Promise<LiveEvent[]> {
  if (changes.length === 0) return [];
  const groups = grouped(changes);
  const { rows } = await client.query<{ seq: string }>({
    name: "append-changes",
    text: `INSERT INTO change_log (workspace_id, contact_id, room, event, payload)
           SELECT w, c, COALESCE('conversation:' || c, 'workspace'), '${SEVERAL}', payload
             FROM (SELECT unnest($1::uuid[]) AS w, unnest($2::uuid[]) AS c, unnest($3::json[]) AS payload,
                          generate_series(1, cardinality($1::uuid[])) AS n) changes
           ORDER BY n RETURNING seq::text AS seq`,
    values: [
      uuids(groups, ([first]) => first?.workspaceId),
      uuids(groups, ([first]) => first?.contactId),
      jsons(groups, (group) => JSON.stringify(group.map(({ event, payload }) => ({ event, payload })))),
    ],
  });
  return groups.flatMap((group, i) => numbered(rows[i]?.seq ?? "0", group));
}

/** Those of one contact that come together, in their order. */
function grouped(changes: readonly Change[]): Change[][] {
  const groups = new Map<string, Change[]>();
  const full: Change[][] = [];
  for (const change of changes) {
    const key = `${change.workspaceId}:${change.contactId ?? ""}`;
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
    if (group?.length !== NUMBERS_OF_A_ROW) continue;
    full.push(group);
    groups.delete(key);
  }
  return [...full, ...groups.values()];
}

/** A place in the order for an event that is not kept; drawn before its payload is read, so that a later one is newer. */
export async function nextSeq(db: Pool | PoolClient): Promise<string> {
  const { rows } = await db.query<{ seq: string }>("SELECT nextval('change_log_seq_seq')::text AS seq");
  return rows[0]?.seq ?? "0";
}
