/** Of which time and which channels a report tells. */

export interface Period {
  since: Date;
  until: Date;
  /** Null: every channel but simulators, whose people are made up. */
  channelId: string | null;
}

/** Milliseconds of a day. */
const DAY = 86_400_000;

export const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * DAY);

export const lastDays = (now: Date, days: number, channelId: string | undefined): Period => ({
  since: daysBefore(now, days),
  until: now,
  channelId: channelId ?? null,
});

/** The first parameters of a statement about a period. */
export const during = (workspaceId: string, { since, until, channelId }: Period): unknown[] => [
  workspaceId,
  since,
  until,
  channelId,
];

/** In SQL: that the table `t` is of a channel the report tells of, by the parameters of `during`. */
const OF_CHANNELS = (t: string): string =>
  `${t}.channel_id IN (SELECT id FROM channels WHERE workspace_id = $1
      AND CASE WHEN $4::uuid IS NULL THEN platform <> 'simulator' ELSE id = $4 END)`;

/** In SQL: messages `m` of the period. */
export const MESSAGES_DURING = `m.workspace_id = $1 AND m.created_at >= $2 AND m.created_at < $3 AND ${OF_CHANNELS("m")}`;
/** In SQL: sessions `s` that began in the period. */
export const SESSIONS_DURING = `s.workspace_id = $1 AND s.started_at >= $2 AND s.started_at < $3 AND ${OF_CHANNELS("s")}`;
