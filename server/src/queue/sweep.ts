/** Repeats chores at their pace, each never beside itself: what makes good every lost wake-up. */
import type { Logger } from "pino";

export interface Chore {
  name: string;
  everyMs: number;
  run(): Promise<unknown>;
}

export interface Sweep {
  /** Resolves when no chore is running any more. */
  stop(): Promise<void>;
}

export function startSweep(log: Logger, chores: readonly Chore[]): Sweep {
  let stopped = false;
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();

  function schedule(chore: Chore): void {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      const turn = takeTurn(log, chore).finally(() => {
        running.delete(turn);
        schedule(chore);
      });
      running.add(turn);
    }, chore.everyMs);
    timers.add(timer);
  }

  for (const chore of chores) schedule(chore);
  return {
    async stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}

/** A chore that fails (the database restarts, say) is tried again at its next turn. */
async function takeTurn(log: Logger, chore: Chore): Promise<void> {
  try {
    await chore.run();
  } catch (error) {
    log.warn({ err: error, chore: chore.name }, "chore failed; it will be tried again");
  }
}
