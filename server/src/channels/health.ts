/** A channel's health as it is stored, and how a part of it is changed. */
import { type ChannelHealth, channelHealth } from "../contract/channel-health.ts";
import type { Queryable } from "../db/sql.ts";

export type { ChannelHealth };

/** What this version can't read counts as not known. */
export function readChannelHealth(json: unknown): ChannelHealth {
  return channelHealth.safeParse(json).data ?? channelHealth.parse({});
}

/** Those given are changed, the others stay. Safe beside another change. */
export async function changeHealth(
  on: Queryable,
  { workspaceId, id }: { workspaceId: string; id: string },
  change: Partial<ChannelHealth>,
): Promise<void> {
  await on.query(
    "UPDATE channels SET health = (health::jsonb || $3::jsonb)::json, updated_at = now() WHERE workspace_id = $1 AND id = $2",
    [workspaceId, id, JSON.stringify(change)],
  );
}
