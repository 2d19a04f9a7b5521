/** Saves outcomes of sends: messages in one statement, live events with them; then joins statuses that came first. */
import type { ChannelRecord } from "../channels/directory.ts";
import { crash } from "../crash.ts";
import saveSql from "../db/sql/save-send-results.sql";
import { statement } from "../db/sql.ts";
import { transaction } from "../db/transaction.ts";
import { appendChanges } from "../realtime/change-log.ts";
import type { Runtime } from "../runtime.ts";
import type { StatusApplier } from "./apply-statuses.ts";
import { type ChangedMessage, statusChange } from "./message-changes.ts";
import type { ChannelChange, ResultRow } from "./results.ts";

const saveSendResults = statement<ChangedMessage & { statusBefore: string }>("save-send-results", saveSql);

export async function saveResults(
  runtime: Pick<Runtime, "pool" | "publish">,
  statuses: StatusApplier,
  rows: readonly ResultRow[],
): Promise<void> {
  crash("deliver-before-save");
  const { live, saved } = await transaction(runtime.pool, async (client) => {
    const saved = await saveSendResults.rows(client, columns(rows));
    // A try that failed and will be repeated is told too: its error explains the wait.
    const changed = saved.filter((row) => row.status !== row.statusBefore || row.error !== null);
    return { saved, live: await appendChanges(client, changed.map(statusChange)) };
  });
  crash("deliver-after-save");
  runtime.publish(live);
  statuses.enqueue(
    saved.flatMap(({ workspaceId, channelId, platformMessageId }) =>
      platformMessageId === null ? [] : [{ workspaceId, channelId, platformMessageId }],
    ),
  );
}

function columns(rows: readonly ResultRow[]): unknown[][] {
  return [
    rows.map((row) => row.workspaceId),
    rows.map((row) => row.id),
    rows.map((row) => row.attempt),
    rows.map((row) => row.status),
    rows.map((row) => row.platformMessageId),
    rows.map((row) => (row.error === null ? null : JSON.stringify(row.error))),
    rows.map((row) => row.waitMs),
    rows.map((row) => row.uncounted),
  ];
}

const holdChannel = statement(
  "hold-channel",
  `UPDATE channels SET state = $3, state_reason = $4, updated_at = now()
    WHERE workspace_id = $1 AND id = $2 AND state = 'active' AND access_token IS NOT DISTINCT FROM $5`,
);
const pauseChannel = statement(
  "pause-channel",
  `UPDATE channels SET paused_until = GREATEST(COALESCE(paused_until, now()), now() + $3::bigint * interval '1 millisecond')
    WHERE workspace_id = $1 AND id = $2`,
);

/**
 * A hold is for the token the send was made with: one set meanwhile is not blamed.
 * @returns whether the channel as it is in memory is still the right one to send with
 */
export async function changeChannel(
  runtime: Pick<Runtime, "pool" | "log">,
  channel: ChannelRecord,
  change: ChannelChange,
): Promise<boolean> {
  const { workspaceId, id, sealedAccessToken } = channel;
  if (change.kind === "hold") {
    const held = await holdChannel.run(runtime.pool, [
      workspaceId,
      id,
      change.state,
      change.reason,
      sealedAccessToken,
    ]);
    if (held > 0)
      runtime.log.warn(
        { channelId: id, state: change.state, reason: change.reason },
        "a channel's sends are held",
      );
    return held > 0;
  }
  await pauseChannel.run(runtime.pool, [workspaceId, id, change.forMs]);
  return true;
}
