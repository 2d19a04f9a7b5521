/** What a client that was away has missed, in order, without gaps. */
import type { Pool } from "pg";
import { conversationsByIds } from "../conversations/views.ts";
import { type ChangeRow, COUNT_OF_ROW, type LiveEvent, NUMBERS_OF_A_ROW } from "./change-log.ts";
import { eventsOfRows } from "./referred.ts";

/** Further behind than this, reading everything anew is cheaper. */
const MAX_MISSED = 2_000;
/** So many changed conversations are told row by row; more are read as a list. */
const MAX_CONVERSATIONS = 200;
/** A client away for longer reads everything anew. */
const KEEP_HOURS = 24;
/** Longest time between drawing a number and committing it that is allowed for; commits take milliseconds. */
const LATE_COMMIT_S = 10;
/** Of what came shortly before the client's last event, so many rows are looked at, and so many events told again. */
const REPEATED_ROWS = 500;
const REPEATED_EVENTS = 1_000;

export interface CaughtUp {
  events: { event: string; payload: Record<string, unknown> }[];
  /** Where to go on from. */
  seq: string;
  reset: boolean;
}

/** A row, as long as it is not clear whether it is told. */
interface Missed {
  seq: string;
  /** Numbers that its events take. */
  count: number;
  isOpen: boolean;
}

/**
 * Numbers are drawn before they are committed, so a row may appear below one that a client has seen already. What
 * was begun shortly before the client's last event is therefore told again; clients know events by their number.
 * Rows of transactions that were open a moment ago are told, but not gone on from: the next time looks there again.
 */
export async function catchUp(pool: Pool, workspaceId: string, since: string): Promise<CaughtUp> {
  if (await isPruned(pool, workspaceId, since)) return reset(pool, workspaceId);
  const rows = fewRepeated(await missedRows(pool, workspaceId, since), BigInt(since));
  if (countAfter(rows, BigInt(since)) > MAX_MISSED) return reset(pool, workspaceId);
  const missed = await eventsOfRows(pool, workspaceId, await readRows(pool, workspaceId, rows));
  const conversations = await changedConversations(pool, workspaceId, missed);
  if (conversations === null) return reset(pool, workspaceId);
  const events = missed.map(({ seq, event, payload }) => ({ event, payload: { ...payload, seq } }));
  const firstOpen = rows.find((row) => row.isOpen);
  const settled = missed.findLast(({ seq }) => !firstOpen || BigInt(seq) < BigInt(firstOpen.seq));
  const seq = settled && BigInt(settled.seq) > BigInt(since) ? settled.seq : since;
  return { events: [...events, ...conversations], seq, reset: false };
}

/** The number after those of a row. */
const endOf = ({ seq, count }: Missed): bigint => BigInt(seq) + BigInt(count);

/** What is new, and of what is told again the latest: a row that is too large for it does not stand in the others' way. */
function fewRepeated(rows: readonly Missed[], since: bigint): readonly Missed[] {
  let left = REPEATED_EVENTS;
  const kept = rows.toReversed().filter((row) => {
    if (endOf(row) > since + 1n) return true;
    if (row.count > left) return false;
    left -= row.count;
    return true;
  });
  return kept.toReversed();
}

function countAfter(rows: readonly Missed[], since: bigint): number {
  let count = 0n;
  for (const row of rows) {
    const first = BigInt(row.seq);
    const end = endOf(row);
    if (end > since + 1n) count += end - (first > since ? first : since + 1n);
  }
  return Number(count);
}

/** How many they are is counted where they are: a long absence is not read to be thrown away. */
async function missedRows(pool: Pool, workspaceId: string, since: string): Promise<Missed[]> {
  const { rows } = await pool.query<Missed>({
    name: "catch-up",
    text: `WITH repeated AS (
             SELECT r.seq FROM change_log r
              WHERE r.workspace_id = $1 AND r.seq <= $2
                AND r.at >= (SELECT l.at FROM change_log l WHERE l.workspace_id = $1 AND l.seq <= $2 ORDER BY l.seq DESC LIMIT 1)
                            - make_interval(secs => $4)
              ORDER BY r.seq DESC LIMIT $5)
           SELECT c.seq::text AS seq, ${COUNT_OF_ROW} AS count, c.xid >= pg_snapshot_xmin(pg_current_snapshot()) AS "isOpen"
             FROM change_log c
            WHERE c.workspace_id = $1 AND (c.seq > $2 - ${NUMBERS_OF_A_ROW} OR c.seq IN (SELECT seq FROM repeated))
            ORDER BY c.seq LIMIT $3`,
    values: [workspaceId, since, MAX_MISSED + REPEATED_ROWS + 1, LATE_COMMIT_S, REPEATED_ROWS],
  });
  return rows;
}

async function readRows(pool: Pool, workspaceId: string, missed: readonly Missed[]): Promise<ChangeRow[]> {
  const { rows } = await pool.query<ChangeRow>({
    name: "catch-up-rows",
    text: `SELECT workspace_id AS "workspaceId", seq::text AS seq, event, payload, contact_id AS "contactId"
             FROM change_log WHERE workspace_id = $1 AND seq = ANY ($2::bigint[]) ORDER BY change_log.seq`,
    values: [workspaceId, missed.map(({ seq }) => seq)],
  });
  return rows;
}

/** Rows of the list are not logged: each that changed is told as it is now. Null: too many. */
async function changedConversations(
  pool: Pool,
  workspaceId: string,
  missed: readonly LiveEvent[],
): Promise<CaughtUp["events"] | null> {
  const latest = new Map(
    missed.flatMap(({ contactId, seq }) => (contactId === null ? [] : [[contactId, seq] as const])),
  );
  if (latest.size === 0) return [];
  const { rows: found } = await pool.query<{ id: string }>(
    "SELECT id FROM conversations WHERE workspace_id = $1 AND contact_id = ANY ($2::uuid[]) LIMIT $3",
    [workspaceId, [...latest.keys()], MAX_CONVERSATIONS + 1],
  );
  if (found.length > MAX_CONVERSATIONS) return null;
  const views = await conversationsByIds(
    pool,
    found.map(({ id }) => ({ workspaceId, id })),
  );
  return views.map(({ workspaceId: _, ...conversation }) => ({
    event: "conversation:updated",
    payload: { conversation, seq: latest.get(conversation.contact.id) ?? "0" },
  }));
}

/** Once rows after the client's last one may be gone, nobody can say what they were. */
async function isPruned(pool: Pool, workspaceId: string, since: string): Promise<boolean> {
  const { rows } = await pool.query<{ pruned: boolean }>(
    `SELECT w.created_at < now() - make_interval(hours => $3)
            AND NOT EXISTS (SELECT 1 FROM change_log c WHERE c.workspace_id = w.id AND c.seq <= $2) AS pruned
       FROM workspaces w WHERE w.id = $1`,
    [workspaceId, since, KEEP_HOURS],
  );
  return rows[0]?.pruned ?? true;
}

async function reset(pool: Pool, workspaceId: string): Promise<CaughtUp> {
  const { rows } = await pool.query<{ seq: string }>(
    `SELECT COALESCE(max(c.seq), 0)::text AS seq FROM change_log c
      WHERE workspace_id = $1 AND xid < pg_snapshot_xmin(pg_current_snapshot())`,
    [workspaceId],
  );
  return { events: [], seq: rows[0]?.seq ?? "0", reset: true };
}

/** Rows deleted in one statement, so that no vacuum or lock grows long. */
const PRUNE_BATCH = 5_000;

/** @returns rows deleted */
export async function pruneChangeLog(pool: Pool): Promise<number> {
  let total = 0;
  for (;;) {
    const { rowCount } = await pool.query(
      `DELETE FROM change_log WHERE (workspace_id, seq) IN (
         SELECT workspace_id, seq FROM change_log WHERE at < now() - make_interval(hours => $1) LIMIT $2)`,
      [KEEP_HOURS, PRUNE_BATCH],
    );
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < PRUNE_BATCH) return total;
  }
}
