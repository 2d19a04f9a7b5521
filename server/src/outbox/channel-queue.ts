/** The sends of one channel in this process: claims what is due, keeps many on their way at once, has outcomes saved, goes on. */
import type { ChannelAdapter, SendResult } from "../channels/channel.ts";
import type { ChannelDirectory, ChannelRecord } from "../channels/directory.ts";
import type { LeaseKeeper } from "../db/lease-keeper.ts";
import type { Journal } from "../journal/journal.ts";
import type { Runtime } from "../runtime.ts";
import { Breaker } from "./breaker.ts";
import { Claims } from "./claims.ts";
import type { GraphClient } from "./graph-client.ts";
import { HourWindow } from "./hour-window.ts";
import type { OutgoingFiles } from "./outgoing-files.ts";
import { PairPace } from "./pair-pace.ts";
import type { ResultSaver } from "./result-saver.ts";
import { channelChange, pacedRow, type ResultRow, resultRow } from "./results.ts";
import { changeChannel } from "./save-results.ts";
import { type ClaimedMessage, type GraphAddress, sendOne } from "./send-one.ts";
import type { SendRoom } from "./send-room.ts";
import { REPORT_MS, type Sender, type SharedPace } from "./shared-pace.ts";
import { TokenBucket } from "./token-bucket.ts";

/** On their way at once: 80 a second at 300 ms each need 24; more room for a slow platform. */
const MAX_IN_FLIGHT = 64;
/** A channel that sends without being woken is read again after so long. */
const MAX_AGE_MS = 1_000;
/** A retry this near is waited for here; later ones are found by the sweep. */
const NEAR_MS = 60_000;

export interface QueueParts {
  runtime: Runtime;
  directory: ChannelDirectory;
  saver: ResultSaver;
  client: GraphClient;
  journal: Journal;
  files: OutgoingFiles;
  pace: SharedPace;
  leases: LeaseKeeper<ClaimedMessage>;
  addressOf(channel: ChannelRecord): GraphAddress;
  random(): number;
}

export class ChannelQueue implements Sender {
  private inFlight = 0;
  private pumping: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  /** There may be more to send than there was room for. */
  private hungry = false;
  private timer: NodeJS.Timeout | null = null;
  private timerAt = 0;
  private readAt = performance.now();
  lastSentAt = 0;
  private readonly bucket: TokenBucket;
  readonly hour: HourWindow;
  private readonly pairs = new PairPace();
  private readonly breaker = new Breaker();
  private readonly claims: Claims;

  /** @param ratePerSecond what the platform takes from one number */
  constructor(
    private readonly parts: QueueParts,
    private readonly adapter: ChannelAdapter,
    public channel: ChannelRecord,
    private ratePerSecond: number,
  ) {
    this.bucket = new TokenBucket(ratePerSecond);
    this.hour = new HourWindow(channel.settings.messagesPerHour);
    this.claims = new Claims(channel.workspaceId, channel.id, parts.journal);
  }

  /** Settles when nothing more can be claimed; sends may still be on their way. @param channel as it is in its table now, and its rate */
  async deliver(channel: ChannelRecord, ratePerSecond: number): Promise<void> {
    this.channel = channel;
    this.readAt = performance.now();
    this.ratePerSecond = ratePerSecond;
    this.hour.setLimit(channel.settings.messagesPerHour);
    await this.pump();
  }

  /** @returns null when the channel takes nothing at the moment */
  reserve(wanted: number): SendRoom | null {
    if (this.stopped) return null;
    if (performance.now() - this.readAt > MAX_AGE_MS) this.parts.runtime.wake("deliver", this.channel.id);
    const size = Math.min(wanted, MAX_IN_FLIGHT - this.inFlight, this.allowed());
    if (size <= 0) return null;
    this.take(size);
    this.inFlight += size;
    const use = (messages: readonly ClaimedMessage[]) => {
      this.take(-size);
      this.inFlight -= size;
      this.sendAll(messages);
    };
    return { size, journal: this.parts.journal.key, use };
  }

  /** When nothing is on its way and every outcome is saved. */
  async idle(): Promise<void> {
    while (this.pumping !== null || this.inFlight > 0) {
      if (this.pumping !== null) await this.pumping.catch(() => undefined);
      else await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Claims nothing more; resolves when what is on its way has come back and is saved. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.idle();
  }

  /** How many may go now, by the second and by the hour. */
  private allowed(): number {
    const now = performance.now();
    this.bucket.setRate(this.ratePerSecond / this.parts.pace.processes(this.channel.id));
    return Math.min(this.bucket.available(now), this.hour.available(now));
  }

  private take(count: number): void {
    this.bucket.take(count);
    this.hour.take(count, performance.now());
  }

  private roomInMs(): number {
    const now = performance.now();
    if (this.hour.available(now) > 0) return this.bucket.refillMs();
    return Math.max(REPORT_MS, this.hour.waitMs(now));
  }

  private pump(): Promise<void> {
    if (this.pumping !== null) {
      this.again = true;
      return this.pumping;
    }
    this.pumping = this.claimAll();
    return this.pumping;
  }

  /** Ends in the same turn as its last look at `again`: a wake-up in between would be heard by nobody. */
  private async claimAll(): Promise<void> {
    try {
      do {
        this.again = false;
        while (await this.claimSome());
      } while (this.again && !this.stopped);
    } finally {
      this.pumping = null;
    }
  }

  /** Whether there may be more to claim at once. */
  private async claimSome(): Promise<boolean> {
    if (this.stopped) return false;
    const allowed = this.allowed();
    const room = Math.min(MAX_IN_FLIGHT - this.inFlight, allowed);
    this.hungry = room <= 0;
    if (room <= 0) {
      if (allowed <= 0) this.pumpIn(this.roomInMs());
      return false;
    }
    const claimed = await this.claims.next(this.parts.runtime.hot, room);
    this.sendAll(claimed);
    return claimed.length === room;
  }

  private sendAll(claimed: readonly ClaimedMessage[]): void {
    this.take(claimed.length);
    this.inFlight += claimed.length;
    if (claimed.length > 0) this.lastSentAt = performance.now();
    for (const message of claimed) void this.send(message);
  }

  private async send(message: ClaimedMessage): Promise<void> {
    const { addressOf, runtime, random } = this.parts;
    const { channel } = this;
    const release = this.parts.leases.hold(message);
    const waitMs = this.pairWaitMs(message);
    if (waitMs > 0) {
      this.take(-1);
      return this.save(message, pacedRow(message, waitMs, runtime.now()), release);
    }
    let result: SendResult;
    try {
      result = await sendOne(this.parts, this.adapter, channel, addressOf(channel), message, runtime.now());
    } catch (error) {
      // A bug of ours, and no telling on which side of the request: not sent again.
      runtime.log.error({ err: error, messageId: message.id }, "a send failed unexpectedly");
      result = {
        outcome: "uncertain",
        error: { code: "internal", message: "Hilo made a mistake while sending." },
      };
    }
    // The channel first: once the message is saved as waiting, it may be claimed again.
    await this.changeChannel(channel, result);
    this.save(message, resultRow(message, result, runtime.now(), random()), release);
  }

  /** WhatsApp's, which refuses who is written to faster; where an admin did not turn it off. */
  private pairWaitMs({ conversationId }: ClaimedMessage): number {
    const { platform, settings } = this.channel;
    if (platform !== "whatsapp" || !settings.pacePerPerson) return 0;
    return this.pairs.take(conversationId, performance.now());
  }

  private save(message: ClaimedMessage, row: ResultRow, release: () => void): void {
    const follow = !this.stopped && this.allowed() > 0;
    this.parts.saver.add({
      row: Object.assign(row, { follow }),
      conversationId: message.conversationId,
      following: follow ? (message.following ?? null) : null,
      settled: (next) => {
        release();
        // At a stop what can't be saved is given up; it has begun all the same.
        if (!this.stopped) this.parts.journal.end(message.id, message.attempts);
        this.settled(row, follow, next);
      },
    });
  }

  private settled({ waitMs }: ResultRow, follow: boolean, next: ClaimedMessage | null): void {
    this.inFlight -= 1;
    if (next !== null) this.sendAll([next]);
    if (waitMs !== null && waitMs <= NEAR_MS) this.pumpIn(waitMs);
    if (!follow || this.hungry) this.pumpSoon();
  }

  private async changeChannel(channel: ChannelRecord, result: SendResult): Promise<void> {
    const { runtime } = this.parts;
    const change = channelChange(result) ?? this.restOf(result);
    if (change === null) return;
    try {
      const current = await changeChannel(runtime, channel, change);
      if (!current) this.channel = (await this.parts.directory.fresh(channel.id)) ?? channel;
    } catch (error) {
      runtime.log.error({ err: error, channelId: channel.id }, "a channel's hold could not be saved");
    }
    if (change.kind === "pause") this.pumpIn(change.forMs);
  }

  private restOf(result: SendResult) {
    const failed = result.outcome === "retry" && result.scope === "message";
    if (!failed) {
      if (result.outcome === "sent") this.breaker.succeeded();
      return null;
    }
    const forMs = this.breaker.failed();
    return forMs === null ? null : { kind: "pause" as const, forMs, reason: result.error.message };
  }

  /** Looks again then, or sooner when something else asked for it. */
  private pumpIn(ms: number): void {
    const at = performance.now() + ms;
    if (this.stopped || (this.timer !== null && this.timerAt <= at)) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timerAt = at;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.pumpSoon();
    }, ms);
    this.timer.unref();
  }

  private pumpSoon(): void {
    this.pump().catch((error: unknown) =>
      this.parts.runtime.log.error({ err: error }, "messages could not be claimed"),
    );
  }
}
