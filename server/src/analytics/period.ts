/** Of which time and which channels a report tells. */

export interface Period {
  since: Date;
  until: Date;
  /** Null: every channel but simulators, whose people are made up. */
  channelId: string | null;
}

/** Milliseconds of a day. */
const DAY = 86_400_000;

export const lastDays = (now: Date, days: number, channelId: string | undefined): Period => ({
  since: new Date(now.getTime() - days * DAY),
  until: now,
  channelId: channelId ?? null,
});

/** In SQL: the ids of the channels a report tells of. @param workspace and channel are parameters, e.g. `$1`, `$4` */
export const CHANNELS = (workspace: string, channel: string): string =>
  `SELECT id FROM channels WHERE workspace_id = ${workspace}
      AND CASE WHEN ${channel}::uuid IS NULL THEN platform <> 'simulator' ELSE id = ${channel} END`;
