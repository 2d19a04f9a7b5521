// Runs a handler for keys: never twice at once for one key, and once more when it was asked for while busy.

/** Gets one key, or up to `keysAtOnce` that wait together. */
export type KeyHandler = (...keys: string[]) => Promise<void>;

export type RunnerOptions = {
  /** Runs beside each other. */
  concurrency: number;
  /** Keys of one run. */
  keysAtOnce?: number;
  /** While a run is under way the next begins only when that one has taken so long: until then keys gather. */
  patienceMs?: number;
};

type Entry = { running: boolean; again: boolean; waiters: (() => void)[]; nextWaiters: (() => void)[] };

/**
 * A wake-up during a run may be about something the run has already passed by, so it leads to exactly one more
 * run, however many there were. Keys beyond `concurrency` wait in the order they came; with `keysAtOnce` those that
 * wait go together, so that the busier it is, the less each costs; with `patienceMs` a run that takes long holds up
 * nobody, and one that does not is all there is.
 */
export class KeyedRunner {
  readonly #entries = new Map<string, Entry>();
  readonly #ready: string[] = [];
  #running = 0;
  #startedAt = 0;
  #patience: NodeJS.Timeout | null = null;
  #closed = false;
  #onIdle: (() => void)[] = [];

  constructor(
    private readonly handler: KeyHandler,
    private readonly options: RunnerOptions,
    /** A failed run is not tried again here: the sweep wakes its keys later. */
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
    if (this.#patience) clearTimeout(this.#patience);
    for (const key of this.#ready.splice(0)) this.#settle(key);
    if (this.#running > 0) await new Promise<void>((resolve) => this.#onIdle.push(resolve));
  }

  #startNext(): void {
    const { concurrency, keysAtOnce = 1 } = this.options;
    while (this.#running < concurrency && this.#ready.length > 0 && !this.#waits()) {
      const keys = this.#ready.splice(0, keysAtOnce);
      for (const key of keys) {
        const entry = this.#entries.get(key);
        if (entry) entry.running = true;
      }
      this.#running += 1;
      this.#startedAt = performance.now();
      void this.#perform(keys);
    }
  }

  #waits(): boolean {
    const { patienceMs = 0 } = this.options;
    const leftMs = this.#startedAt + patienceMs - performance.now();
    if (this.#running === 0 || leftMs <= 0) return false;
    this.#patience ??= setTimeout(() => {
      this.#patience = null;
      this.#startNext();
    }, leftMs);
    return true;
  }

  async #perform(keys: readonly string[]): Promise<void> {
    try {
      await this.handler(...keys);
    } catch (error) {
      for (const key of keys) this.onError(error, key);
    }
    this.#running -= 1;
    for (const key of keys) this.#finish(key);
    this.#startNext();
    if (this.#running === 0) for (const resolve of this.#onIdle.splice(0)) resolve();
  }

  #finish(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
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
  }

  #settle(key: string): void {
    const entry = this.#entries.get(key);
    this.#entries.delete(key);
    for (const resolve of [...(entry?.waiters ?? []), ...(entry?.nextWaiters ?? [])]) resolve();
  }
}
