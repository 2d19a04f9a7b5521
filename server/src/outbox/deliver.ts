/** Sends what waits in the outbox. A wake-up names a channel; what there is to send is in the messages table. */
import type { ChannelDirectory, ChannelRecord } from "../channels/directory.ts";
import { adapterFor } from "../channels/registry.ts";
import { messagesPerSecond } from "../channels/settings.ts";
import { LeaseKeeper } from "../db/lease-keeper.ts";
import { type Journal, NO_JOURNAL } from "../journal/journal.ts";
import type { MediaStore } from "../media/media-store.ts";
import type { Runtime } from "../runtime.ts";
import type { StatusApplier } from "./apply-statuses.ts";
import { ChannelQueue, type QueueParts } from "./channel-queue.ts";
import { GraphClient, type GraphClientOptions } from "./graph-client.ts";
import { OutgoingFiles } from "./outgoing-files.ts";
import { renewSends } from "./renew-sends.ts";
import { ResultSaver } from "./result-saver.ts";
import type { GraphAddress } from "./send-one.ts";
import type { SendRoom } from "./send-room.ts";
import { SharedPace } from "./shared-pace.ts";
import { type ChannelSignal, SignalSender } from "./signals.ts";

export interface DelivererOptions {
  directory: ChannelDirectory;
  statuses: StatusApplier;
  media: MediaStore;
  /** Absent: what this process has claimed when it dies is uncertain. */
  journal?: Journal;
  /** Where the simulator's far side listens: this server, as it reaches itself. */
  simulatorUrl(): string;
  graph?: GraphClientOptions;
  random?(): number;
  /** For tests. */
  ratePerSecond?: number;
}

export class Deliverer {
  private readonly queues = new Map<string, ChannelQueue>();
  private readonly parts: QueueParts;
  private readonly signals: SignalSender;
  private stopped = false;

  constructor(
    private readonly runtime: Runtime,
    private readonly options: DelivererOptions,
  ) {
    const journal = options.journal ?? NO_JOURNAL;
    this.parts = {
      runtime,
      directory: options.directory,
      saver: new ResultSaver(runtime, options.statuses, journal),
      journal,
      client: new GraphClient(options.graph),
      files: new OutgoingFiles({ runtime, media: options.media }),
      pace: new SharedPace(runtime),
      leases: new LeaseKeeper((sends) => renewSends(runtime.pool, sends), runtime.log),
      addressOf: (channel) => this.addressOf(channel),
      random: options.random ?? Math.random,
    };
    this.signals = new SignalSender(this.parts);
  }

  /** Settles when all that is due is on its way; a job need not wait for slow answers. Safe to call at any time, in any number of processes. */
  async deliverChannel(channelId: string): Promise<void> {
    if (this.stopped) return;
    const channel = await this.options.directory.recent(channelId);
    if (channel === null || channel.state !== "active") return;
    let queue = this.queues.get(channelId);
    if (queue === undefined) {
      queue = new ChannelQueue(this.parts, adapterFor(channel), channel, this.rateOf(channel));
      this.queues.set(channelId, queue);
    }
    await this.joinPace(queue, channel);
    await queue.deliver(channel, this.rateOf(channel));
  }

  /** Typing signs and read marks: at once, and at most once. */
  signal(signals: readonly ChannelSignal[]): void {
    if (!this.stopped) this.signals.send(signals);
  }

  /** Null also for a channel that has not been woken here yet. */
  reserve(channelId: string, wanted: number): SendRoom | null {
    return this.queues.get(channelId)?.reserve(wanted) ?? null;
  }

  /** When nothing of this process is on its way. */
  async idle(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.idle()));
  }

  /** Claims nothing more, waits for what is on its way (30 s at most) and saves it. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.parts.saver.stop();
    await Promise.all([...this.queues.values()].map((queue) => queue.stop()));
    await this.parts.pace.stop();
    await this.parts.client.close();
  }

  /** Where there is a pace to be shared. */
  private async joinPace(queue: ChannelQueue, channel: ChannelRecord): Promise<void> {
    const paced = Number.isFinite(this.rateOf(channel)) || channel.settings.messagesPerHour !== null;
    if (paced) await this.parts.pace.join(queue);
  }

  private rateOf(channel: ChannelRecord): number {
    if (this.options.ratePerSecond !== undefined) return this.options.ratePerSecond;
    return messagesPerSecond(channel);
  }

  private addressOf(channel: ChannelRecord): GraphAddress {
    const { graph } = this.runtime.config;
    const version = channel.graphVersion ?? graph.version;
    if (channel.platform === "simulator")
      return { url: `${this.options.simulatorUrl()}/simulator/graph`, version };
    return { url: channel.login === "instagram" ? graph.instagramUrl : graph.url, version };
  }
}
