/** Applies delivery statuses to messages: as they arrive and, those that came before their send's answer was saved, after it is. */
import { crash } from "../crash.ts";
import { texts, uuids } from "../db/lists.ts";
import applySql from "../db/sql/apply-statuses.sql";
import { statement } from "../db/sql.ts";
import { retried } from "../db/transaction.ts";
import { logColumns, logLines, statusColumns } from "../inbox/columns.ts";
import type { Delivery } from "../inbox/delivery.ts";
import { type ChangeRow, eventsOf } from "../realtime/change-log.ts";
import type { Runtime } from "../runtime.ts";

/** Names the statuses of one send. */
export interface StatusKey {
  workspaceId: string;
  channelId: string;
  platformMessageId: string;
}

/** Events for who watches, the channels whose messages may go on, and the shards with sessions that are told of it. */
type Applied = { live: ChangeRow[]; freed: string[]; reported: number[] };

const applyStatuses = statement<Applied>("apply-statuses", applySql);
const MAX_BATCH = 1_000;
/** Statuses that may have come before their send's answer was saved are looked for together, so long after. */
const EARLY_MS = 200;

export class StatusApplier {
  private waiting: StatusKey[] = [];
  private early: StatusKey[] = [];
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(private readonly runtime: Pick<Runtime, "hot" | "log" | "wake" | "publish" | "telling">) {}

  /**
   * Logs deliveries and applies the statuses in them; those that find no message are kept. All of it in one transaction.
   * @throws what the database says: then nothing of them is there
   */
  arrived(deliveries: readonly Delivery[]): Promise<void> {
    return this.apply(deliveries, []);
  }

  /** For statuses that are rows. Returns at once. What is lost with the process still waits in its table, and the sweep brings it again. */
  enqueue(keys: readonly StatusKey[]): void {
    if (keys.length === 0) return;
    for (const key of keys) this.waiting.push(key);
    this.running ??= this.run();
  }

  /** For sends just saved: few have a status yet. */
  enqueueEarly(keys: readonly StatusKey[]): void {
    for (const key of keys) this.early.push(key);
    if (this.early.length === 0) return;
    this.timer ??= setTimeout(() => this.lookForEarly(), EARLY_MS);
  }

  async idle(): Promise<void> {
    this.lookForEarly();
    while (this.running !== null) await this.running;
  }

  private lookForEarly(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.enqueue(this.early.splice(0));
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MAX_BATCH);
      try {
        await this.apply([], batch);
      } catch (error) {
        this.runtime.log.error(
          { err: error, statuses: batch.length },
          "delivery statuses could not be applied yet",
        );
      }
    }
    this.running = null;
  }

  private async apply(deliveries: readonly Delivery[], waiting: readonly StatusKey[]): Promise<void> {
    const lines = logLines(deliveries);
    crash("statuses-before-apply");
    const values = [
      ...logColumns(lines),
      ...statusColumns(lines.flatMap(({ log }) => log.statuses)),
      uuids(waiting, (key) => key.workspaceId),
      uuids(waiting, (key) => key.channelId),
      texts(waiting, (key) => key.platformMessageId),
    ];
    const [applied] = await this.runtime.telling((watched) =>
      retried(() => applyStatuses.rows(this.runtime.hot, [...values, watched])),
    );
    crash("statuses-after-apply");
    if (!applied) return;
    this.runtime.publish(applied.live.flatMap(eventsOf));
    for (const channelId of applied.freed) this.runtime.wake("deliver", channelId);
    for (const shard of applied.reported) this.runtime.wake("drain", String(shard));
  }
}
