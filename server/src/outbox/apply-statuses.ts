/** Applies delivery statuses to messages, after they are stored and after a send's answer is saved: whichever is later finds the other. */
import { crash } from "../crash.ts";
import applySql from "../db/sql/apply-statuses.sql";
import { statement } from "../db/sql.ts";
import { transaction } from "../db/transaction.ts";
import { appendChanges } from "../realtime/change-log.ts";
import type { Runtime } from "../runtime.ts";
import { type ChangedMessage, statusChange } from "./message-changes.ts";

/** Names the statuses of one send. */
export interface StatusKey {
  workspaceId: string;
  channelId: string;
  platformMessageId: string;
}

interface AppliedRow extends ChangedMessage {
  statusBefore: ChangedMessage["status"];
}

const applyStatuses = statement<AppliedRow>("apply-statuses", applySql);
const MAX_BATCH = 1_000;

export class StatusApplier {
  private waiting: StatusKey[] = [];
  private running: Promise<void> | null = null;

  constructor(private readonly runtime: Pick<Runtime, "pool" | "log" | "wake" | "publish">) {}

  /** Returns at once. What is lost with the process stays unapplied in its table, and the sweep brings it again. */
  enqueue(keys: readonly StatusKey[]): void {
    if (keys.length === 0) return;
    for (const key of keys) this.waiting.push(key);
    this.running ??= this.run();
  }

  async idle(): Promise<void> {
    while (this.running !== null) await this.running;
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MAX_BATCH);
      try {
        await this.apply(batch);
      } catch (error) {
        this.runtime.log.error(
          { err: error, statuses: batch.length },
          "delivery statuses could not be applied yet",
        );
      }
    }
    this.running = null;
  }

  private async apply(keys: readonly StatusKey[]): Promise<void> {
    crash("statuses-before-apply");
    const { live, changed } = await transaction(this.runtime.pool, async (client) => {
      const rows = await applyStatuses.rows(client, [
        keys.map((key) => key.workspaceId),
        keys.map((key) => key.channelId),
        keys.map((key) => key.platformMessageId),
      ]);
      const changed = rows.filter((row) => row.status !== row.statusBefore);
      return { changed, live: await appendChanges(client, changed.map(statusChange)) };
    });
    crash("statuses-after-apply");
    this.runtime.publish(live);
    // A send that a status settled no longer holds up its conversation.
    const freed = changed.filter((row) => row.statusBefore === "Sending" || row.statusBefore === "Pending");
    for (const channelId of new Set(freed.map((row) => row.channelId)))
      this.runtime.wake("deliver", channelId);
  }
}
