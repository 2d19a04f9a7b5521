/** How V8 collects garbage in the server, as measured under the loop of `npm run bench`. */
import { readdirSync } from "node:fs";
import { availableParallelism, setPriority } from "node:os";
import v8 from "node:v8";

/**
 * How far the heap may grow before all of it is looked through, in percent. Left to itself V8 lets it double and more:
 * 400 MB and more were measured under a load that leaves 80 MB alive.
 */
const HEAP_GROWTH = 60;
/** As `nice` counts: a thread that wants the processor as well gets nine times as much of it. */
const HELPER_NICENESS = 10;

/** V8's helpers: four workers and the one that wakes them. They are made first; Node's own pool for files comes after them. */
const HELPERS = 5;

/** Called once, at the start. */
export function tuneGarbageCollection(): void {
  v8.setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  if (availableParallelism() > 1) return;
  // Helpers that share the only processor with the thread they help are no help: it waits for the whole of their work.
  v8.setFlagsFromString("--no-parallel-scavenge");
  yieldToEvents(process.pid);
}

/**
 * V8's helpers in a process of Node run when its main thread has nothing to do. Linux only, where a thread has a priority of its
 * own; elsewhere nothing happens.
 */
export function yieldToEvents(pid: number): void {
  if (process.platform !== "linux") return;
  const others = threadsOf(pid).filter((thread) => thread !== pid);
  for (const thread of others.sort((a, b) => a - b).slice(0, HELPERS)) renice(thread);
}

function threadsOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number);
  } catch {
    // A sandbox without /proc.
    return [];
  }
}

function renice(thread: number): void {
  try {
    setPriority(thread, HELPER_NICENESS);
  } catch {
    // It ended meanwhile, or a sandbox forbids it.
  }
}
