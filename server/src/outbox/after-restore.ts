/**
 * After the database went back to an older copy: what waited there to be sent may have been sent since, and what was to
 * be asked of others may have been asked. None of it is done again; a person looks at it.
 */
import type { Pool } from "pg";
import { transaction } from "../db/transaction.ts";

const RESTORED = {
  code: "restored",
  message:
    "The database was restored from a copy made before this was sent, so nobody knows whether it went out since.",
  remedy: "Ask the customer, or send it again by hand.",
};

/** Numbers that were given since the copy and that others may know: message ids are derived from the first. */
const COUNTERS = ["inbox_events_id_seq", "messages_seq_seq", "change_log_seq_seq", "webhook_log_id_seq"];
/** More than were given since the copy; a row of changes takes ten thousand. */
const LEAP = 10_000_000_000_000;

export interface HeldBack {
  /** By channel: its name, and how many messages are Uncertain now. */
  messages: { channel: string; count: number }[];
  /** Requests whose flows are told that the outcome is not known. */
  tasks: number;
}

/** Run while no server runs. Twice is as good as once: numbers are never given again either. */
export async function holdBackAfterRestore(pool: Pool): Promise<HeldBack> {
  return transaction(pool, async (client) => {
    const { rows: messages } = await client.query<{ channel: string; count: number }>(
      `WITH held AS (
         UPDATE messages SET status = 'Uncertain', sending_until = NULL, sending_by = NULL, next_attempt_at = NULL, error = $1::json
          WHERE stage = 1 RETURNING workspace_id, channel_id)
       SELECT COALESCE(c.name, 'a removed channel') AS channel, count(*)::int AS count
         FROM held h LEFT JOIN channels c ON c.workspace_id = h.workspace_id AND c.id = h.channel_id
        GROUP BY 1 ORDER BY 1`,
      [JSON.stringify(RESTORED)],
    );
    // As if their worker had died: the next sweep tells the flows.
    const { rowCount } = await client.query(
      "UPDATE tasks SET state = 'running', lease_until = now(), running_by = NULL WHERE state IN ('pending', 'running')",
    );
    for (const counter of COUNTERS)
      await client.query(`SELECT setval($1::regclass, (SELECT last_value FROM ${counter}) + $2)`, [
        counter,
        LEAP,
      ]);
    return { messages, tasks: rowCount ?? 0 };
  });
}
