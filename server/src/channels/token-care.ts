/** Keeps tokens good: checked every few hours, renewed before they end, by one process however many look. Chores. */
import { transaction } from "../db/transaction.ts";
import { GraphFailure } from "../meta/graph-api.ts";
import { refreshedInstagramToken } from "../meta/instagram-login.ts";
import { longLived } from "../meta/sign-in.ts";
import type { Runtime } from "../runtime.ts";
import type { Login } from "./channel.ts";
import { type CheckParts, checkChannel } from "./check-channel.ts";
import { channelSecretAad } from "./secrets.ts";

/** Sixty days are renewed with ten left: ten chances before anybody notices. */
const RENEW_DAYS = 10;
/** A token just made can't be renewed yet: Meta gives one a day. */
const YOUNG_HOURS = 24;
const CHECK_HOURS = 6;
/** Of one turn: each costs a handful of requests. */
const AT_ONCE = 10;

export type CareParts = CheckParts & { runtime: Runtime };

interface DueRow {
  workspaceId: string;
  id: string;
}

/** Channels that nobody asked about for long. */
export async function checkDueChannels(parts: CareParts): Promise<number> {
  const { rows } = await parts.runtime.pool.query<DueRow>(
    `SELECT workspace_id AS "workspaceId", id FROM channels
      WHERE platform <> 'simulator' AND state IN ('active', 'reauthorize') AND access_token IS NOT NULL
        AND COALESCE((health->>'checkedAt')::timestamptz, created_at) < now() - make_interval(hours => $1)
      ORDER BY health->>'checkedAt' NULLS FIRST LIMIT $2`,
    [CHECK_HOURS, AT_ONCE],
  );
  for (const { id } of rows) {
    const channel = await parts.directory.fresh(id);
    if (channel) await checkChannel(parts, channel);
  }
  return rows.length;
}

/** @returns how many tokens were renewed by this process */
export async function renewDueTokens(parts: CareParts): Promise<number> {
  const { meta } = parts.runtime.config;
  const hasApp = meta.appId !== undefined && meta.appSecret !== undefined;
  const { rows } = await parts.runtime.pool.query<DueRow>(
    `SELECT workspace_id AS "workspaceId", id FROM channels
      WHERE token_expires_at IS NOT NULL AND token_expires_at < now() + make_interval(days => $1) AND token_expires_at > now()
        AND state IN ('active', 'paused') AND access_token IS NOT NULL
        -- Instagram's are renewed by themselves, Facebook's by the app's secret.
        AND (login = 'instagram' OR $4)
        AND COALESCE((health->>'renewalTriedAt')::timestamptz, 'epoch') < now() - make_interval(hours => $2)
      ORDER BY token_expires_at LIMIT $3`,
    [RENEW_DAYS, YOUNG_HOURS, AT_ONCE, hasApp],
  );
  let renewed = 0;
  for (const row of rows) if (await renew(parts, row)) renewed += 1;
  return renewed;
}

/**
 * Under a lock that another process passes by: Meta's old token may die with the new one, so two must never be fetched at once.
 * @returns whether this process renewed it
 */
async function renew(parts: CareParts, { workspaceId, id }: DueRow): Promise<boolean> {
  const { runtime, directory, graph } = parts;
  const done = await transaction(runtime.pool, async (client) => {
    const { rows: lock } = await client.query<{ mine: boolean }>(
      "SELECT pg_try_advisory_xact_lock(hashtextextended('token:' || $1, 0)) AS mine",
      [id],
    );
    if (!lock[0]?.mine) return false;
    const { rows } = await client.query<{ sealed: string; login: Login }>(
      `SELECT access_token AS sealed, login FROM channels WHERE workspace_id = $1 AND id = $2 AND access_token IS NOT NULL
          AND token_expires_at < now() + make_interval(days => $3)`,
      [workspaceId, id, RENEW_DAYS],
    );
    const [found] = rows;
    // Somebody was faster: the token is a new one already.
    if (found === undefined) return false;
    const aad = channelSecretAad(workspaceId, id, "accessToken");
    try {
      const renewed = found.login === "instagram" ? refreshedInstagramToken : longLived;
      const token = await renewed(graph, runtime.config, runtime.secrets.open(found.sealed, aad));
      await client.query(
        "UPDATE channels SET access_token = $3, token_expires_at = $4, updated_at = now() WHERE workspace_id = $1 AND id = $2",
        [workspaceId, id, runtime.secrets.seal(token.accessToken, aad), token.expiresAt],
      );
      return true;
    } catch (error) {
      if (!(error instanceof GraphFailure)) throw error;
      runtime.log.warn({ channelId: id, reason: error.message }, "a token could not be renewed");
      await client.query(
        `UPDATE channels SET health = (health::jsonb || jsonb_build_object('renewalTriedAt', now()))::json WHERE workspace_id = $1 AND id = $2`,
        [workspaceId, id],
      );
      return false;
    }
  });
  if (done) directory.invalidate();
  return done;
}
