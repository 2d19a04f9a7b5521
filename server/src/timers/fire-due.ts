/**
 * Due timers become inbox rows: deleted and inserted by one statement, so each fires once whoever asks. Due by the
 * database's clock: one machine whose clock is wrong fires nothing early.
 */
import { crash } from "../crash.ts";
import { clockShift } from "../db/clock.ts";
import type { Runtime } from "../runtime.ts";

/** Timers of one turn; more are taken in the next turn, at once. */
const FIRE_BATCH = 500;

/** @returns how many fired */
export async function fireDueTimers(runtime: Runtime): Promise<number> {
  crash("timers-before-commit");
  const { rows } = await runtime.pool.query<{ shard: number }>({
    name: "fire-due-timers",
    text: `WITH due AS (
             SELECT workspace_id, id FROM timers WHERE due_at <= now() + $1::float8 * interval '1 millisecond' ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED
           ), fired AS (
             DELETE FROM timers t USING due WHERE t.workspace_id = due.workspace_id AND t.id = due.id RETURNING t.*
           )
           INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, conversation_id, shard, provider_key, payload, received_at)
           SELECT workspace_id, channel_id, 'timer', external_id, conversation_id, shard,
                  sha256(convert_to('timer:' || id || ':' || extract(epoch FROM due_at) || ':' || extract(epoch FROM created_at), 'UTF8')),
                  json_build_object('sessionId', session_id, 'waitId', wait_id, 'purpose', purpose), now() + $1::float8 * interval '1 millisecond'
             FROM fired ORDER BY due_at
           ON CONFLICT (workspace_id, channel_id, provider_key) DO NOTHING
           RETURNING shard`,
    values: [clockShift(runtime), FIRE_BATCH],
  });
  crash("timers-after-commit");
  for (const shard of new Set(rows.map((row) => row.shard))) runtime.wake("drain", String(shard));
  return rows.length;
}
