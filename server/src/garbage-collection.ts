/** How V8 collects garbage in the server: measured under the loop of `npm run bench`, see docs/speed.md. */
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

/** Called once, before anything else is loaded: the threads of the process are V8's own then. */
export function tuneGarbageCollection(): void {
  v8.setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  if (availableParallelism() > 1) return;
  // Helpers that share the only processor with the thread they help are no help: it waits for the whole of their work.
  v8.setFlagsFromString("--no-parallel-scavenge");
  yieldToEvents(process.pid);
}

/**
 * The threads of a process that are not its main one run when that one has nothing to do. Linux only, where a thread has a
 * priority of its own; elsewhere nothing happens.
 */
export function yieldToEvents(pid: number): void {
  if (process.platform !== "linux") return;
  for (const thread of threadsOf(pid)) if (thread !== pid) renice(thread);
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
