/**
 * Inbox rows that were pending before this process began. One of them may be what ended the process before: each try
 * is noted before it is made, a row that was tried before is tried alone, and one that ends its process again and again
 * is quarantined, so that everybody behind it goes on. Rows that came later cost nothing of this.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import type { Runtime } from "../runtime.ts";
import type { InboxRow } from "./inbox-row.ts";

/** Tries that were noted: the first in a batch, the second alone. With the one nobody noted that is three dead processes. */
const MAX_TRIES = 2;

/** Rows of the batch were tried before. */
export class OneByOne extends Error {
  override name = "OneByOne";
}

type Row = Pick<InboxRow, "id" | "shard" | "attempts">;
type Parts = Pick<Runtime, "pool" | "log" | "inheritedUpTo">;

/** The id of the newest row there is, or more. */
export async function lastInboxId(pool: Pool): Promise<bigint> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT (last_value - CASE WHEN is_called THEN 0 ELSE 1 END)::text AS id FROM inbox_events_id_seq",
  );
  return BigInt(rows[0]?.id ?? 0);
}

export const isInherited = ({ inheritedUpTo = 0n }: Parts, { id }: Row): boolean =>
  BigInt(id) <= inheritedUpTo;

/**
 * Notes the try, committed by itself: what the try changes is gone if the process goes.
 * @param alone whether the rows are tried one by one already
 * @returns the rows that were noted
 * @throws OneByOne when one of them has been tried before
 */
export async function noteInherited<R extends Row>(
  parts: Parts,
  rows: readonly R[],
  alone: boolean,
): Promise<readonly R[]> {
  const inherited = rows.filter((row) => isInherited(parts, row));
  if (!alone && inherited.some(({ attempts }) => attempts > 0)) throw new OneByOne();
  await addToAttempts(parts, inherited, 1);
  return inherited;
}

const FORGET_TRIES = 20;
const FORGET_PAUSE_MS = 500;

/** The try failed and the process lives: it was not the row that ended it. The database may be away for a while. */
export async function forgetTry(parts: Parts, rows: readonly Row[]): Promise<void> {
  for (let tries = 1; tries <= FORGET_TRIES; tries += 1) {
    try {
      return await addToAttempts(parts, rows, -1);
    } catch (error) {
      parts.log.warn({ err: error }, "a try could not be taken back yet");
      await sleep(FORGET_PAUSE_MS);
    }
  }
}

async function addToAttempts({ pool }: Parts, rows: readonly Row[], added: 1 | -1): Promise<void> {
  if (rows.length === 0) return;
  await pool.query({
    name: "note-inherited",
    text: `UPDATE inbox_events e SET attempts = GREATEST(e.attempts + $3, 0)
             FROM unnest($1::smallint[], $2::bigint[]) AS k(shard, id)
            WHERE e.shard = k.shard AND e.id = k.id AND e.state = 'pending'`,
    values: [rows.map(({ shard }) => shard), rows.map(({ id }) => id), added],
  });
}

/** @returns whether the row is out of the way */
export async function quarantineIfFatal(parts: Parts, row: Row): Promise<boolean> {
  if (!isInherited(parts, row) || row.attempts < MAX_TRIES) return false;
  parts.log.error({ inboxId: row.id }, "inbox row quarantined: the server ended each time it was worked on");
  await quarantine(
    parts,
    row,
    "The server ended each time it worked on this. Report it with the server's log; retry it after an update.",
  );
  return true;
}

export async function quarantine(
  { pool }: Pick<Parts, "pool">,
  { shard, id }: Row,
  reason: string,
): Promise<void> {
  await pool.query(
    "UPDATE inbox_events SET state = 'quarantined', error = $3, done_at = now() WHERE shard = $1 AND id = $2 AND state = 'pending'",
    [shard, id, reason],
  );
}
