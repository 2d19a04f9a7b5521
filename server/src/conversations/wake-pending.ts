/** Wakes the shards that have pending rows, whoever forgot to. */
import type { Runtime } from "../runtime.ts";

/** @returns the shards woken */
export async function wakePendingShards(runtime: Runtime): Promise<number[]> {
  const { rows } = await runtime.pool.query<{ shard: number }>({
    name: "pending-shards",
    // One index probe for each shard, however many rows wait.
    text: `SELECT s AS shard FROM generate_series(0, 63) AS s
            WHERE EXISTS (SELECT 1 FROM inbox_events e WHERE e.shard = s AND e.state = 'pending')`,
  });
  for (const { shard } of rows) runtime.wake("drain", String(shard));
  return rows.map((row) => row.shard);
}
