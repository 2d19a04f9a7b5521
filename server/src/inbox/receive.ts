/** Takes verified deliveries in: those of a few milliseconds are stored together, each is told when its commit is done. */
import { crash } from "../crash.ts";
import { isAboutData } from "../db/data-error.ts";
import type { StatusApplier } from "../outbox/apply-statuses.ts";
import type { Runtime } from "../runtime.ts";
import type { Delivery } from "./delivery.ts";
import { storeDeliverySet } from "./store.ts";

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

export class Receiver {
  private waiting: Waiting[] = [];
  private waitingBytes = 0;
  private running: Promise<void> | null = null;

  constructor(
    private readonly runtime: Pick<Runtime, "pool" | "log" | "wake">,
    private readonly statuses: StatusApplier,
  ) {}

  /** Resolves after the commit; rejects with NotStored when there was none. */
  receive(delivery: Delivery): Promise<void> {
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
      await this.store(batch.map((item) => item.delivery));
      for (const item of batch) item.resolve();
    } catch (error) {
      if (!isAboutData(error)) return this.refuse(batch, error);
      // One delivery's content was refused by the database: the others must not pay for it.
      if (batch.length > 1) for (const item of batch) await this.storeBatch([item]);
      else await this.storeUnread(batch[0], error);
    }
  }

  private async store(deliveries: Delivery[]): Promise<void> {
    crash("inbox-before-store");
    const shards = await storeDeliverySet(this.runtime.pool, deliveries);
    crash("inbox-after-store");
    for (const shard of shards) this.runtime.wake("drain", String(shard));
    this.statuses.enqueue(deliveries.flatMap((delivery) => delivery.logs.flatMap((log) => log.statuses)));
  }

  /** Keeps the bytes of what can't be stored as rows, so that a person can look and Meta does not repeat it for days. */
  private async storeUnread(item: Waiting | undefined, cause: unknown): Promise<void> {
    if (item === undefined) return;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const logs = item.delivery.logs.map((log) => ({
      ...log,
      state: "quarantined" as const,
      error: `The database refused a value: ${reason.slice(0, 300)}`,
      events: [],
      statuses: [],
      media: [],
    }));
    try {
      await this.store([{ ...item.delivery, logs }]);
      item.resolve();
    } catch (error) {
      this.refuse([item], error);
    }
  }

  private refuse(batch: Waiting[], error: unknown): void {
    this.runtime.log.error({ err: error, deliveries: batch.length }, "deliveries could not be stored");
    for (const item of batch) item.reject(new NotStored("The database is not available."));
  }
}
