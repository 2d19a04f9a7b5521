/** Channels as rows: whether there are secrets, never which. */
import type { Pool } from "pg";
import type { Channel } from "../contract/index.ts";
import { transaction } from "../db/transaction.ts";
import { notFound } from "../http/app-error.ts";

export interface ChannelRow {
  id: string;
  platform: string;
  name: string;
  platformId: string;
  state: Channel["state"];
  stateReason: string | null;
  accessToken: boolean;
  appSecret: boolean;
  verifyToken: boolean;
  lastWebhookAt: Date | null;
  createdAt: Date;
  settings: unknown;
  accountId: string | null;
  tokenExpiresAt: Date | null;
  signedIn: boolean;
  login: Channel["login"];
  health: unknown;
  heldMessages: number;
}

/** How many of the workspace's latest deliveries are looked through for each channel's last one: enough for a glance, bounded for a busy log. */
const RECENT_DELIVERIES = 1_000;

/** Oldest first. */
export async function channelRows(
  pool: Pool,
  workspaceId: string,
  { id = null, after = null, limit }: { id?: string | null; after?: string | null; limit: number },
): Promise<ChannelRow[]> {
  const { rows } = await pool.query<ChannelRow>(
    `SELECT c.id, c.platform, c.name, c.platform_id AS "platformId", c.state, c.state_reason AS "stateReason",
            c.access_token IS NOT NULL AS "accessToken", c.app_secret IS NOT NULL AS "appSecret",
            c.verify_token IS NOT NULL AS "verifyToken", c.created_at AS "createdAt", c.settings, c.account_id AS "accountId",
            c.token_expires_at AS "tokenExpiresAt", c.connection_id IS NOT NULL AS "signedIn", c.login, c.health,
            CASE WHEN c.state = 'active' THEN 0 ELSE (SELECT count(*)::int FROM messages m
              WHERE m.channel_id = c.id AND m.workspace_id = c.workspace_id AND m.stage = 1) END AS "heldMessages",
            l.at AS "lastWebhookAt"
       FROM channels c
       LEFT JOIN (SELECT channel_id, max(received_at) AS at
                    FROM (SELECT channel_id, received_at FROM webhook_log WHERE workspace_id = $1 AND signature = 'ok'
                           ORDER BY id DESC LIMIT $5) recent
                   GROUP BY channel_id) l ON l.channel_id = c.id
      WHERE c.workspace_id = $1 AND ($2::uuid IS NULL OR c.id = $2) AND ($3::uuid IS NULL OR c.id > $3)
      ORDER BY c.id LIMIT $4`,
    [workspaceId, id, after, limit, RECENT_DELIVERIES],
  );
  return rows;
}

/** Nothing of the channel moves any more; what was said stays with its contacts. */
const STILL = [
  "DELETE FROM timers WHERE workspace_id = $1 AND channel_id = $2",
  "DELETE FROM tasks WHERE workspace_id = $1 AND channel_id = $2 AND state = 'pending'",
  `UPDATE sessions SET status = 'Completed', end_reason = 'channel-removed', ended_at = now(), updated_at = now()
    WHERE workspace_id = $1 AND channel_id = $2 AND status IN ('Active', 'Paused')`,
  "UPDATE messages SET status = 'Cancelled' WHERE workspace_id = $1 AND channel_id = $2 AND stage = 1 AND status = 'Pending'",
];

export async function removeChannel(pool: Pool, workspaceId: string, id: string): Promise<void> {
  await transaction(pool, async (client) => {
    const { rowCount } = await client.query("DELETE FROM channels WHERE workspace_id = $1 AND id = $2", [
      workspaceId,
      id,
    ]);
    if (rowCount === 0) throw notFound("channel");
    for (const sql of STILL) await client.query(sql, [workspaceId, id]);
  });
}
