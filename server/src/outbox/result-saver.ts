/** Saves outcomes of sends, of all channels together: those that come while one set is being saved make the next set. */

import type { Journal } from "../journal/journal.ts";
import type { Runtime } from "../runtime.ts";
import type { StatusApplier } from "./apply-statuses.ts";
import type { ResultRow } from "./results.ts";
import { saveResults } from "./save-results.ts";
import type { ClaimedMessage } from "./send-one.ts";

const RETRY_MS = 500;
const MAX_RETRY_MS = 10_000;
const MAX_BATCH = 500;
/** At a stop there is no waiting for ever: the sweep will call them uncertain, and their statuses settle them. */
const TRIES_WHEN_STOPPING = 3;

export interface Outcome {
  row: ResultRow;
  conversationId: string;
  /** What follows it, as far as the process knows. */
  following: ClaimedMessage | null;
  /** Called when the outcome is saved. @param next the conversation's next message, claimed */
  settled(next: ClaimedMessage | null): void;
}

export class ResultSaver {
  private waiting: Outcome[] = [];
  private saving = false;
  private stopping = false;

  constructor(
    private readonly runtime: Pick<Runtime, "hot" | "publish" | "telling" | "log" | "wake">,
    private readonly statuses: StatusApplier,
    private readonly journal: Pick<Journal, "key">,
  ) {}

  add(outcome: Outcome): void {
    this.waiting.push(outcome);
    if (this.saving) return;
    this.saving = true;
    // Answers read in the same turn of the event loop go together.
    setImmediate(() => void this.saveAll());
  }

  stop(): void {
    this.stopping = true;
  }

  private async saveAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MAX_BATCH);
      const next = await this.saveUntilDone(batch);
      const byConversation = new Map(next.map((message) => [message.conversationId, message]));
      for (const { conversationId, settled } of batch) {
        settled(byConversation.get(conversationId) ?? null);
        byConversation.delete(conversationId);
      }
    }
    this.saving = false;
  }

  /** The database may be away for a while; the outcome of a request that was made must not be lost with it. */
  private async saveUntilDone(batch: readonly Outcome[]): Promise<ClaimedMessage[]> {
    const rows = batch.map(({ row }) => row);
    const following = batch.flatMap((outcome) => outcome.following ?? []);
    for (let tries = 0; ; tries += 1) {
      try {
        return await saveResults(this.runtime, this.statuses, rows, following, this.journal.key);
      } catch (error) {
        this.runtime.log.error(
          { err: error, sends: rows.length },
          "outcomes of sends could not be saved yet",
        );
        if (this.stopping && tries >= TRIES_WHEN_STOPPING) return [];
        await new Promise((resolve) => setTimeout(resolve, Math.min(MAX_RETRY_MS, RETRY_MS * 2 ** tries)));
      }
    }
  }
}
