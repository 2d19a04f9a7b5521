/** Makes good what a lost wake-up or a dead process left in the outbox. Run every few seconds by one worker or by all. */
import type { Pool } from "pg";
import { LEASE_SECONDS } from "../db/lease-keeper.ts";
import { statement } from "../db/sql.ts";
import type { Runtime } from "../runtime.ts";
import type { StatusApplier, StatusKey } from "./apply-statuses.ts";
import { CHANGED_MESSAGE, type ChangedMessage, changeStatuses } from "./message-changes.ts";

export const LOST_SEND = {
  code: "no-answer",
  message: "The message was being sent when its worker stopped, so nobody knows whether it arrived.",
  remedy: "It is not sent again by itself; the delivery status settles it when it comes.",
};

/**
 * By the database's clock; a slow worker's late answer still settles the message. While the database was away nobody
 * could renew: after its start everybody has the time of a lease ($2, seconds) to do so.
 */
const expireSends = statement<ChangedMessage>(
  "expire-sends",
  `UPDATE messages m SET status = 'Uncertain', sending_until = NULL, sending_by = NULL, error = $1::json
     FROM (SELECT workspace_id, id FROM messages
            WHERE stage = 1 AND status = 'Sending' AND sending_until < now()
              AND pg_postmaster_start_time() < now() - make_interval(secs => $2)
            ORDER BY workspace_id, id LIMIT 500 FOR UPDATE SKIP LOCKED) AS late
    WHERE m.workspace_id = late.workspace_id AND m.id = late.id
   RETURNING ${CHANGED_MESSAGE}`,
);

/** Orphans (sends made outside Hilo) are looked at for a day: a status older than that has nothing to wait for. */
const findWaiting = statement<StatusKey>(
  "find-waiting-statuses",
  `SELECT DISTINCT s.workspace_id AS "workspaceId", s.channel_id AS "channelId", s.platform_message_id AS "platformMessageId"
     FROM delivery_statuses s
    WHERE s.received_at > now() - interval '1 day'
      AND (EXISTS (SELECT 1 FROM messages m WHERE m.workspace_id = s.workspace_id AND m.channel_id = s.channel_id
                      AND m.platform_message_id = s.platform_message_id AND m.direction = 'out')
        OR EXISTS (SELECT 1 FROM messages m WHERE m.workspace_id = s.workspace_id AND m.id = s.opaque::uuid
                      AND m.channel_id = s.channel_id AND m.direction = 'out' AND m.platform_message_id IS NULL))
    LIMIT 1000`,
);

const findDue = statement<{ channelId: string }>(
  "find-due-channels",
  `SELECT DISTINCT m.channel_id AS "channelId"
     FROM messages m JOIN channels c ON c.workspace_id = m.workspace_id AND c.id = m.channel_id
    WHERE m.stage = 1 AND m.status = 'Pending' AND (m.next_attempt_at IS NULL OR m.next_attempt_at <= now())
      AND c.state = 'active' AND (c.paused_until IS NULL OR c.paused_until <= now())`,
);

/**
 * @param wakeDue how to wake a channel; by another key than usual, so that a dead worker's job can't stand in the way
 * @param graceSeconds how long after the database's start no send is given up
 */
export async function sweepOutbox(
  runtime: Pick<Runtime, "pool" | "publish">,
  statuses: StatusApplier,
  wakeDue: (channelId: string) => void,
  graceSeconds = LEASE_SECONDS,
): Promise<void> {
  await changeStatuses(runtime, expireSends, [JSON.stringify(LOST_SEND), graceSeconds]);
  statuses.enqueue(await findWaiting.rows(runtime.pool));
  for (const { channelId } of await findDue.rows(runtime.pool)) wakeDue(channelId);
}

/** Sends made outside Hilo have statuses that find no message. */
const KEEP_STATUS_DAYS = 7;

/** @returns rows deleted */
export async function pruneStatuses(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query(
    "DELETE FROM delivery_statuses WHERE received_at < now() - make_interval(days => $1)",
    [KEEP_STATUS_DAYS],
  );
  return rowCount ?? 0;
}
