/** Timers and task results kept back while a human drove go on in the next drain, in their old order. */
import type { PoolClient } from "pg";
import type { Work } from "./work.ts";

export async function releaseHeld(client: PoolClient, works: readonly Work[]): Promise<void> {
  const released = works.filter((work) => work.releasesHeld).map((work) => work.conversation);
  if (released.length === 0) return;
  await client.query({
    name: "release-held",
    text: `UPDATE inbox_events e SET state = 'pending'
             FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS k(workspace_id, channel_id, external_id)
            WHERE e.workspace_id = k.workspace_id AND e.channel_id = k.channel_id AND e.external_id = k.external_id AND e.state = 'held'`,
    values: [
      released.map((c) => c.workspaceId),
      released.map((c) => c.channelId),
      released.map((c) => c.externalId),
    ],
  });
}
