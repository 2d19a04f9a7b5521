/** A batch that stopped as a whole, row by row: what can't go on is set aside, and nobody waits behind it for ever. */
import { isAboutData, isLockTimeout } from "../db/data-error.ts";
import type { Runtime } from "../runtime.ts";
import { reasonOf } from "./apply-batch.ts";
import type { Drained } from "./drain.ts";
import type { InboxRow } from "./inbox-row.ts";
import { quarantine, quarantineIfFatal } from "./inherited-rows.ts";
import { DRAIN_BATCH } from "./load.ts";
import { conversationKey } from "./loaded.ts";

type Row = Pick<InboxRow, "id" | "shard" | "attempts" | "channelId" | "externalId">;

/**
 * Rows that can't be stored, or that end the process each time, are quarantined with the reason. Conversations whose
 * rows somebody else has locked are left to the next sweep.
 * @param wait whether the caller would rather fail than go without a locked one
 * @param drainRow drains one row in a transaction of its own
 */
export async function drainOneByOne(
  runtime: Runtime,
  shards: readonly number[],
  wait: boolean,
  drainRow: (row: Row) => Promise<Drained>,
): Promise<Drained> {
  const rows = await pendingRows(runtime, shards);
  const locked = new Map<string, number>();
  const busy = new Set<number>();
  for (const row of rows) {
    if (busy.has(row.shard) || locked.has(conversationKey(row))) continue;
    if (await quarantineIfFatal(runtime, row)) continue;
    try {
      for (const shard of (await drainRow(row)).busy) busy.add(shard);
    } catch (error) {
      if (isLockTimeout(error) && !wait) locked.set(conversationKey(row), row.shard);
      else if (isAboutData(error)) await quarantine(runtime, row, reasonOf(error));
      else throw error;
    }
  }
  const waiting = new Set([...locked.values(), ...busy]);
  const more = rows.length > 0 ? shards.filter((shard) => !waiting.has(shard)) : [];
  return { rows: rows.length, more, busy: [...busy] };
}

async function pendingRows({ pool }: Runtime, shards: readonly number[]): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `SELECT e.id::text AS id, shard, attempts, channel_id AS "channelId", external_id AS "externalId"
       FROM inbox_events e WHERE shard = ANY ($1) AND state = 'pending' ORDER BY e.id LIMIT $2`,
    [shards, DRAIN_BATCH],
  );
  return rows;
}
