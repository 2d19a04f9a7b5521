/** Conversations lent to people outside Hilo go back to the bot when their time is up: as inbox rows, like all that people do. */
import { statement } from "../db/sql.ts";
import type { Runtime } from "../runtime.ts";

/** Of one turn; more are taken in the next. */
const BATCH = 500;

/** Stored once for each loan: its end is in the key. Rows stay until the drain has taken the conversation back. */
const giveBack = statement<{ shard: number }>(
  "end-echo-pauses",
  `INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, conversation_id, shard, provider_key, payload, received_at)
   SELECT workspace_id, channel_id, 'agent', external_id, id, shard,
          sha256(convert_to('echo-pause:' || id || ':' || extract(epoch FROM human_until), 'UTF8')),
          json_build_object('action', 'hand-back', 'userId', NULL, 'lentUntil',
                            to_char(human_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), $1
     FROM conversations WHERE human_until <= $1 ORDER BY human_until LIMIT $2
   ON CONFLICT (workspace_id, channel_id, provider_key) DO NOTHING
   RETURNING shard`,
);

/** @returns how many went back */
export async function endEchoPauses(runtime: Runtime): Promise<number> {
  const rows = await giveBack.rows(runtime.pool, [runtime.now(), BATCH]);
  for (const shard of new Set(rows.map((row) => row.shard))) runtime.wake("drain", String(shard));
  return rows.length;
}
