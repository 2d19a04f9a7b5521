/** Deliveries that were turned away, kept short and few: enough to see a wrong secret, not enough to fill a disk from outside. */
import type { ChannelRecord, ChannelSnapshot } from "../channels/directory.ts";
import { NO_WORKSPACE } from "../db/ids.ts";
import type { LogRow } from "../inbox/delivery.ts";
import type { Receiver } from "../inbox/receive.ts";

const BODY_BYTES = 2_048;
const PER_MINUTE = 60;

export interface Refusal {
  platform: string;
  signature: LogRow["signature"];
  httpStatus: number;
  reason: string;
  body: Buffer;
  receivedAt: Date;
  startedAt: number;
}

export class RefusalLog {
  private minute = 0;
  private count = 0;

  constructor(private readonly receiver: Receiver) {}

  /** Not waited for: a refusal is answered whether or not it could be noted. */
  note(refusal: Refusal, channel: ChannelRecord | undefined, snapshot: ChannelSnapshot | null): void {
    if (!this.hasRoom(refusal.receivedAt)) return;
    const { platform, signature, httpStatus, reason, receivedAt, startedAt } = refusal;
    const log: LogRow = {
      workspaceId: channel?.workspaceId ?? snapshot?.firstWorkspaceId ?? NO_WORKSPACE,
      channelId: channel?.id ?? null,
      platform: channel?.platform ?? platform,
      signature,
      httpStatus,
      // A copy: the slice would keep the whole body in memory.
      body: Buffer.from(refusal.body.subarray(0, BODY_BYTES)),
      state: "refused",
      error: reason,
      events: [],
      statuses: [],
      media: [],
    };
    this.receiver.receive({ receivedAt, startedAt, logs: [log] }).catch(() => undefined);
  }

  private hasRoom(now: Date): boolean {
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute !== this.minute) {
      this.minute = minute;
      this.count = 0;
    }
    this.count += 1;
    return this.count <= PER_MINUTE;
  }
}
