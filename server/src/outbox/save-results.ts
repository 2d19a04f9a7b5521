/** Saves outcomes of sends in one statement, live events with them, and takes the next messages of the same conversations. */
import type { QueryResultRow } from "pg";
import type { ChannelRecord } from "../channels/directory.ts";
import { crash } from "../crash.ts";
import { bigints, booleans, ints, jsons, texts, uuids } from "../db/lists.ts";
import saveSql from "../db/sql/save-send-results.sql";
import { statement } from "../db/sql.ts";
import { retried } from "../db/transaction.ts";
import { type ChangeRow, eventsOf } from "../realtime/change-log.ts";
import type { Runtime } from "../runtime.ts";
import type { StatusApplier, StatusKey } from "./apply-statuses.ts";
import type { ChannelChange, ResultRow } from "./results.ts";
import type { ClaimedMessage } from "./send-one.ts";

/** Inside of JSON they are text. */
type Moment = "createdAt" | "windowExpiresAt" | "lastInboundAt";
const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

interface Saved {
  /** Messages that have the platform's id by now. */
  sent: StatusKey[];
  live: ChangeRow[];
  /** Shards with sessions that are told of it. */
  reported: number[];
  /** Of those that were named, the ones claimed. */
  nextKnown: string[];
  next: (Omit<ClaimedMessage, Moment> & Record<Moment, string | null>)[];
}

const saveSendResults = statement<Saved & QueryResultRow>("save-send-results", saveSql);

/**
 * @param following of each row, the message that follows it when nothing came between: it need not be read
 * @param journal noted with the next claims
 * @returns the next messages of these conversations, claimed, where the row lets them follow
 */
export async function saveResults(
  runtime: Pick<Runtime, "hot" | "publish" | "telling" | "wake">,
  statuses: StatusApplier,
  rows: readonly ResultRow[],
  following: readonly ClaimedMessage[],
  journal: string | null,
): Promise<ClaimedMessage[]> {
  crash("deliver-before-save");
  const [saved] = await runtime.telling((watched) =>
    retried(() =>
      saveSendResults.rows(runtime.hot, [
        ...columns(rows),
        watched,
        uuids(following, ({ id }) => id),
        journal,
      ]),
    ),
  );
  crash("deliver-after-save");
  if (!saved) return [];
  runtime.publish(saved.live.flatMap(eventsOf));
  statuses.enqueueEarly(saved.sent);
  for (const shard of saved.reported) runtime.wake("drain", String(shard));
  const known = new Set(saved.nextKnown);
  return [...following.filter(({ id }) => known.has(id)), ...saved.next.map(withDates)];
}

const withDates = (message: Saved["next"][number]): ClaimedMessage => ({
  ...message,
  createdAt: new Date(message.createdAt ?? 0),
  windowExpiresAt: dateOf(message.windowExpiresAt),
  lastInboundAt: dateOf(message.lastInboundAt),
});

function columns(rows: readonly ResultRow[]): Buffer[] {
  return [
    uuids(rows, (row) => row.workspaceId),
    uuids(rows, (row) => row.id),
    ints(rows, (row) => row.attempt),
    texts(rows, (row) => row.status),
    texts(rows, (row) => row.platformMessageId),
    jsons(rows, (row) => row.error && JSON.stringify(row.error)),
    bigints(rows, (row) => row.waitMs),
    booleans(rows, (row) => row.uncounted),
    booleans(rows, (row) => row.follow),
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
