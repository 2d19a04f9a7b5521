// Wake-ups: the queue says when, the tables say what. A lost or doubled one changes nothing, because a sweep
// wakes what was missed and a handler looks for all there is to do.
//
// A wake-up goes straight to this process's own handler when it has one, and through BullMQ only when it has
// none (a web process beside workers): docs/adr/0001-queue.md has the numbers.

import { setTimeout as sleep } from "node:timers/promises";
import {
  type JobQueue,
  type JobWorker,
  postgresBackend,
  type QueueBackend,
  redisBackend,
} from "./backend.ts";
import { KeyedRunner, type KeyHandler, type RunnerOptions } from "./keyed-runner.ts";

export const WAKE_NAMES = ["drain", "deliver", "task"] as const;
export type WakeName = (typeof WAKE_NAMES)[number];

export type WakeOptions = {
  /** From the sweep: another key in the queue, so that a dead worker's job can't hold this one back. */
  sweep?: boolean;
};

export type WakeQueue = {
  /** Never throws, never waits. */
  wake(name: WakeName, key: string, options?: WakeOptions): void;
  /** Registers this process's handler; call once per name. */
  process(name: WakeName, handler: KeyHandler, options: RunnerOptions): void;
  /** Takes no more work, waits for running handlers, closes connections. */
  close(): Promise<void>;
};

export type QueueOptions = {
  /** The product's database; BullMQ's tables are made in their own schema. */
  databaseUrl: string;
  /** Wake-ups between processes go through Redis instead when set. */
  redisUrl?: string | undefined;
  onError(error: unknown, context: { name: string; key?: string }): void;
};

export async function openQueue(options: QueueOptions): Promise<WakeQueue> {
  const backend = options.redisUrl
    ? redisBackend(options.redisUrl)
    : await postgresBackend(options.databaseUrl);
  return new BullWakeQueue(backend, options);
}

class BullWakeQueue implements WakeQueue {
  readonly #runners = new Map<WakeName, KeyedRunner>();
  readonly #workers: JobWorker[] = [];
  readonly #queues = new Map<WakeName, { queue: JobQueue; sender: KeyedRunner }>();
  #closed = false;

  constructor(
    private readonly backend: QueueBackend,
    private readonly options: QueueOptions,
  ) {}

  wake(name: WakeName, key: string, { sweep = false }: WakeOptions = {}): void {
    if (this.#closed) return;
    const runner = this.#runners.get(name);
    if (runner) void runner.run(key);
    else void this.#senderOf(name).run(sweep ? `${SWEEP}${key}` : key);
  }

  process(name: WakeName, handler: KeyHandler, options: RunnerOptions): void {
    if (this.#runners.has(name)) throw new Error(`"${name}" has a handler already.`);
    const onError = (error: unknown, key?: string) =>
      this.options.onError(error, key === undefined ? { name } : { name, key });
    const runner = new KeyedRunner(handler, options, onError);
    this.#runners.set(name, runner);
    // What other processes ask for; the runner keeps it apart from this process's own runs of the key.
    const concurrency = Math.min(options.concurrency * (options.keysAtOnce ?? 1), MAX_KEYS_AT_ONCE);
    this.#workers.push(this.backend.worker(name, { run: (key) => runner.run(key), concurrency, onError }));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([...this.#runners.values()].map((runner) => runner.close()));
    await Promise.all(this.#workers.map((worker) => worker.close()));
    for (const { queue, sender } of this.#queues.values()) {
      await sender.close();
      await queue.close();
    }
  }

  /** Adds follow each other: what is woken while one is on its way goes with the next, each key once. */
  #senderOf(name: WakeName): KeyedRunner {
    const known = this.#queues.get(name);
    if (known) return known.sender;
    const queue = this.backend.queue(name, (error) => this.options.onError(error, { name }));
    const send = async (...ids: string[]) => {
      await queue.addBulk(ids.map(jobOf));
      if (ids.length > 1) await sleep(ids.length * PAUSE_MS);
    };
    const sender = new KeyedRunner(send, { concurrency: 1, keysAtOnce: MAX_KEYS_AT_ONCE }, (error, key) =>
      this.options.onError(error, { name, key }),
    );
    this.#queues.set(name, { queue, sender });
    return sender;
  }
}

const SWEEP = "sweep:";
/**
 * For each key of the last add, before the next: a key costs the database 0.07 ms (0.5 ms by itself), and under load all of them are
 * woken all the time. One alone is followed at once.
 */
const PAUSE_MS = 0.5;
/** As many as there are shards. */
const MAX_KEYS_AT_ONCE = 64;
/** Nothing is kept of a wake-up that was heard, and a failed one is the sweep's business. */
const JOB = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

function jobOf(id: string) {
  const key = id.startsWith(SWEEP) ? id.slice(SWEEP.length) : id;
  return { name: "wake", data: { key }, opts: { ...JOB, deduplication: { id, keepLastIfActive: true } } };
}
