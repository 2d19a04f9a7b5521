/** Deliveries of a few milliseconds are stored together, one set after the other; each is told when its commit is done. */
import { isAboutData } from "../db/data-error.ts";
import type { Delivery } from "./delivery.ts";

/** Rows of one statement at most: larger ones win nothing and hold their locks longer. */
const MAX_BATCH_EVENTS = 2_000;
const MAX_BATCH_BYTES = 8 * 1024 * 1024;
/** What may wait for the database; beyond it Meta is told to come again (503) instead of filling the memory. */
const MAX_WAITING = 5_000;
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

/** The delivery is not stored and must be sent again. */
export class NotStored extends Error {
  override name = "NotStored";
}

interface Waiting {
  delivery: Delivery;
  bytes: number;
  events: number;
  resolve: () => void;
  reject: (error: unknown) => void;
}

interface LaneParts {
  /** All of them in one transaction. */
  store(deliveries: Delivery[]): Promise<void>;
  /** What `store` can't take because of what is in it, in another shape. */
  storeUnread(delivery: Delivery, cause: unknown): Promise<void>;
  onRefused(error: unknown, deliveries: number): void;
}

export class Lane {
  private waiting: Waiting[] = [];
  private waitingBytes = 0;
  private running: Promise<void> | null = null;

  constructor(private readonly parts: LaneParts) {}

  /** Resolves after the commit; rejects with NotStored when there was none. */
  add(delivery: Delivery): Promise<void> {
    const bytes = delivery.logs.reduce((sum, log) => sum + log.body.length, 0);
    const events = delivery.logs.reduce((sum, log) => sum + log.events.length + log.statuses.length, 1);
    if (this.waiting.length >= MAX_WAITING || this.waitingBytes + bytes > MAX_WAITING_BYTES) {
      return Promise.reject(new NotStored("Too many deliveries are waiting for the database."));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ delivery, bytes, events, resolve, reject });
      this.waitingBytes += bytes;
      this.running ??= this.run();
    });
  }

  /** After the last delivery is stored or refused. */
  async idle(): Promise<void> {
    while (this.running !== null) await this.running;
  }

  private async run(): Promise<void> {
    // Requests read in the same turn of the event loop go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) await this.storeBatch(this.takeBatch());
    this.running = null;
  }

  private takeBatch(): Waiting[] {
    let events = 0;
    let bytes = 0;
    let count = 0;
    for (const item of this.waiting) {
      if (count > 0 && (events + item.events > MAX_BATCH_EVENTS || bytes + item.bytes > MAX_BATCH_BYTES))
        break;
      events += item.events;
      bytes += item.bytes;
      count += 1;
    }
    this.waitingBytes -= bytes;
    return this.waiting.splice(0, count);
  }

  private async storeBatch(batch: Waiting[]): Promise<void> {
    try {
      await this.parts.store(batch.map((item) => item.delivery));
      for (const item of batch) item.resolve();
    } catch (error) {
      if (!isAboutData(error)) return this.refuse(batch, error);
      // One delivery's content was refused by the database: the others must not pay for it.
      if (batch.length > 1) for (const item of batch) await this.storeBatch([item]);
      else await this.storeUnread(batch[0], error);
    }
  }

  private async storeUnread(item: Waiting | undefined, cause: unknown): Promise<void> {
    if (item === undefined) return;
    try {
      await this.parts.storeUnread(item.delivery, cause);
      item.resolve();
    } catch (error) {
      this.refuse([item], error);
    }
  }

  private refuse(batch: Waiting[], error: unknown): void {
    this.parts.onRefused(error, batch.length);
    for (const item of batch) item.reject(new NotStored("The database is not available."));
  }
}
