/**
 * A channel's pace is one for all processes: each that sends says so in a row of its own every two seconds, and takes an
 * equal share of the pace. Of a limit by the hour each books a part before it uses it, so that together they never pass it.
 * One statement in two seconds while something is sent; none for each message.
 */
import { z } from "zod";
import type { ChannelRecord } from "../channels/directory.ts";
import { newId } from "../db/ids.ts";
import { statement } from "../db/sql.ts";
import { transaction } from "../db/transaction.ts";
import type { Runtime } from "../runtime.ts";
import type { HourWindow } from "./hour-window.ts";

/** Others learn so late, at most, that this process sends too. */
export const REPORT_MS = 2_000;
/** Three reports may be late before the others take its share. */
const LIVE_SECONDS = 7;
/** Without a send for so long a process gives its share up. */
const QUIET_MS = 10_000;
/** Of what is left of an hour's limit, a twentieth of it is booked at a time (ten at least): what a dead process booked is lost for an hour. */
const BOOKED_PART = 20;
const BOOKED_LEAST = 10;

const announce = statement<{ channelId: string; others: number }>(
  "announce-senders",
  `WITH mine AS (
     INSERT INTO channel_senders (workspace_id, channel_id, sender_id, live_until, reported_at)
     SELECT k.workspace_id, k.channel_id, $1, now() + make_interval(secs => $4), now()
       FROM unnest($2::uuid[], $3::uuid[]) AS k(workspace_id, channel_id)
     ON CONFLICT (workspace_id, channel_id, sender_id) DO UPDATE SET live_until = EXCLUDED.live_until, reported_at = now())
   SELECT k.channel_id AS "channelId",
          (SELECT count(*)::int FROM channel_senders s
            WHERE s.workspace_id = k.workspace_id AND s.channel_id = k.channel_id AND s.sender_id <> $1
              AND s.live_until > now()) AS others
     FROM unnest($2::uuid[], $3::uuid[]) AS k(workspace_id, channel_id)`,
);
const readOthers = statement<{ live: boolean; ageMs: number; sent: unknown }>(
  "read-other-senders",
  `SELECT live_until > now() AS live, (extract(epoch FROM now() - reported_at) * 1000)::float8 AS "ageMs", sent
     FROM channel_senders WHERE workspace_id = $1 AND channel_id = $2 AND sender_id <> $3`,
);
const book = statement(
  "book-sends",
  `INSERT INTO channel_senders (workspace_id, channel_id, sender_id, live_until, reported_at, sent)
   VALUES ($1, $2, $3, now() + make_interval(secs => $4), now(), $5::json)
   ON CONFLICT (workspace_id, channel_id, sender_id)
   DO UPDATE SET live_until = EXCLUDED.live_until, reported_at = now(), sent = EXCLUDED.sent`,
);
const forget = statement(
  "forget-senders",
  "DELETE FROM channel_senders WHERE workspace_id = $1 AND channel_id = $2 AND reported_at < now() - interval '65 minutes'",
);

/** [milliseconds until it is forgotten, how many], as it was when it was written. */
const sentSchema = z.array(z.tuple([z.number(), z.number()])).catch([]);
const HOUR_MS = 3_600_000;

/** One channel as this process sends for it. */
export interface Sender {
  readonly channel: ChannelRecord;
  readonly hour: HourWindow;
  /** By performance.now(). */
  readonly lastSentAt: number;
}

interface Known {
  sender: Sender;
  processes: number;
  joinedAt: number;
}

export class SharedPace {
  private readonly id = newId();
  private readonly known = new Map<string, Known>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly runtime: Pick<Runtime, "pool" | "log">) {}

  /** How many processes send for the channel, this one among them. */
  processes(channelId: string): number {
    return this.known.get(channelId)?.processes ?? 1;
  }

  /** Before this process sends for a channel; nothing when it did so lately. The database is waited for only where an hour is counted. */
  async join(sender: Sender): Promise<void> {
    const { workspaceId, id } = sender.channel;
    if (this.known.has(id)) return;
    const joining = { sender, processes: 1, joinedAt: performance.now() };
    this.known.set(id, joining);
    this.timer ??= setInterval(() => void this.reportAll(), REPORT_MS).unref();
    const reported = this.report([joining]);
    if (counted(sender)) await reported;
    else void this.softly(() => forget.run(this.runtime.pool, [workspaceId, id]));
  }

  /** Gives up every share, so that others need not wait until this process counts as dead. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    const all = [...this.known.values()];
    this.known.clear();
    await Promise.all(all.map((one) => this.leave(one)));
  }

  private async reportAll(): Promise<void> {
    const quietSince = performance.now() - QUIET_MS;
    const quiet = [...this.known.values()].filter(
      ({ sender, joinedAt }) => Math.max(sender.lastSentAt, joinedAt) < quietSince,
    );
    for (const one of quiet) this.known.delete(one.sender.channel.id);
    await Promise.all(quiet.map((one) => this.leave(one)));
    await this.report([...this.known.values()]);
    if (this.known.size > 0 || this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
  }

  private async report(all: readonly Known[]): Promise<void> {
    const simple = all.filter(({ sender }) => !counted(sender));
    const hourly = all.filter(({ sender }) => counted(sender));
    await Promise.all([
      ...(simple.length > 0 ? [this.softly(() => this.announce(simple))] : []),
      ...hourly.map((one) => this.softly(() => this.book(one))),
    ]);
  }

  private async announce(all: readonly Known[]): Promise<void> {
    const channels = all.map(({ sender }) => sender.channel);
    const rows = await announce.rows(this.runtime.pool, [
      this.id,
      channels.map(({ workspaceId }) => workspaceId),
      channels.map(({ id }) => id),
      LIVE_SECONDS,
    ]);
    const others = new Map(rows.map((row) => [row.channelId, row.others]));
    for (const one of all) one.processes = 1 + (others.get(one.sender.channel.id) ?? 0);
  }

  /** One process at a time for a channel: what the others have is read, and its own part written, before another looks. */
  private async book(one: Known): Promise<void> {
    const { channel, hour } = one.sender;
    const limit = channel.settings.messagesPerHour ?? 0;
    // What is sent while this is being written is not in the report: it is covered by a grant that only gets smaller.
    hour.grant(0);
    const place = [channel.workspaceId, channel.id];
    const { others, booked } = await transaction(this.runtime.pool, async (client) => {
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended('pace:' || $1, 0))", [channel.id]);
      await forget.run(client, place);
      const rows = await readOthers.rows(client, [...place, this.id]);
      const live = rows.filter((row) => row.live).length;
      const now = performance.now();
      const left = limit - hour.used(now) - rows.reduce((sum, row) => sum + stillCounted(row), 0);
      const part = Math.max(BOOKED_LEAST, Math.ceil(limit / BOOKED_PART));
      const share = Math.max(0, Math.min(part, live === 0 ? left : Math.ceil(left / (live + 1))));
      const sent = [...hour.report(now), ...(share > 0 ? [[HOUR_MS, share]] : [])];
      await book.run(client, [...place, this.id, LIVE_SECONDS, JSON.stringify(sent)]);
      return { others: live, booked: share };
    });
    hour.grant(booked);
    one.processes = 1 + others;
  }

  /** What was booked and not used is free for others; what was sent stays counted. */
  private async leave({ sender: { channel, hour } }: Known): Promise<void> {
    hour.grant(0);
    const sent = JSON.stringify(counted({ channel }) ? hour.report(performance.now()) : []);
    const place = [channel.workspaceId, channel.id, this.id];
    await this.softly(() => book.run(this.runtime.pool, [...place, 0, sent]));
  }

  /** Shares stay as they were until the database can be asked again. */
  private async softly(work: () => Promise<unknown>): Promise<void> {
    await work().catch((err: unknown) => this.runtime.log.debug({ err }, "the pace could not be shared"));
  }
}

const counted = ({ channel }: Pick<Sender, "channel">): boolean => channel.settings.messagesPerHour !== null;

function stillCounted({ ageMs, sent }: { ageMs: number; sent: unknown }): number {
  return sentSchema
    .parse(sent)
    .filter(([left]) => left > ageMs)
    .reduce((sum, [, count]) => sum + count, 0);
}
