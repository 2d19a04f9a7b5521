// Runs a handler per key: never twice at once for one key, and once more when it was asked for while busy.

export type KeyHandler = (key: string) => Promise<void>;

type Entry = { running: boolean; again: boolean; waiters: (() => void)[]; nextWaiters: (() => void)[] };

/**
 * A wake-up during a run may be about something the run has already passed by, so it leads to exactly one more
 * run, however many there were. Keys beyond `concurrency` wait in the order they came.
 */
export class KeyedRunner {
  readonly #entries = new Map<string, Entry>();
  readonly #ready: string[] = [];
  #running = 0;
  #closed = false;
  #onIdle: (() => void)[] = [];

  constructor(
    private readonly handler: KeyHandler,
    private readonly concurrency: number,
    /** A failed run is not tried again here: the sweep wakes its key later. */
    private readonly onError: (error: unknown, key: string) => void,
  ) {}

  /** Asks for a run of `key`; resolves when a run that began after this call is over. */
  run(key: string): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      const entry = this.#entries.get(key);
      if (!entry) {
        this.#entries.set(key, { running: false, again: false, waiters: [resolve], nextWaiters: [] });
        this.#ready.push(key);
        this.#startNext();
      } else if (entry.running) {
        entry.again = true;
        entry.nextWaiters.push(resolve);
      } else {
        entry.waiters.push(resolve);
      }
    });
  }

  /** Starts nothing more and waits for what runs. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const key of this.#ready.splice(0)) this.#settle(key);
    if (this.#running > 0) await new Promise<void>((resolve) => this.#onIdle.push(resolve));
  }

  #startNext(): void {
    while (this.#running < this.concurrency && this.#ready.length > 0) {
      const key = this.#ready.shift();
      const entry = key === undefined ? undefined : this.#entries.get(key);
      if (key === undefined || !entry) continue;
      this.#running += 1;
      entry.running = true;
      void this.#perform(key, entry);
    }
  }

  async #perform(key: string, entry: Entry): Promise<void> {
    try {
      await this.handler(key);
    } catch (error) {
      this.onError(error, key);
    }
    this.#running -= 1;
    const done = entry.waiters;
    if (entry.again && !this.#closed) {
      // Behind the others, so that one busy key can't keep the rest waiting.
      entry.running = false;
      entry.again = false;
      entry.waiters = entry.nextWaiters;
      entry.nextWaiters = [];
      this.#ready.push(key);
    } else {
      done.push(...entry.nextWaiters);
      this.#entries.delete(key);
    }
    for (const resolve of done) resolve();
    this.#startNext();
    if (this.#running === 0) for (const resolve of this.#onIdle.splice(0)) resolve();
  }

  #settle(key: string): void {
    const entry = this.#entries.get(key);
    this.#entries.delete(key);
    for (const resolve of [...(entry?.waiters ?? []), ...(entry?.nextWaiters ?? [])]) resolve();
  }
}
