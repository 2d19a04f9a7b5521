/** Named places where a test may harm the process, on both sides of each commit and each request. Nothing happens without CRASH_AT. */

export const CRASH_POINTS = [
  "inbox-before-store",
  "inbox-after-store",
  "statuses-before-apply",
  "statuses-after-apply",
  "drain-after-claim",
  "drain-before-step",
  "drain-before-save",
  "drain-before-commit",
  "drain-after-commit",
  "timers-before-commit",
  "timers-after-commit",
  "schedules-before-commit",
  "schedules-after-commit",
  "imports-before-commit",
  "imports-after-commit",
  "task-before-request",
  "task-after-request",
  "task-before-save",
  "task-after-save",
  "deliver-before-claim",
  "deliver-after-claim",
  "deliver-before-post",
  "deliver-after-post",
  "deliver-before-save",
  "deliver-after-save",
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

/** `kill`: SIGKILL, as when the machine goes. `throw`: an error nobody catches. `heap`: until there is no more memory. `stop`: SIGSTOP, until somebody sends SIGCONT. */
const WAYS = { kill, throw: throwLater, heap: fillHeap, stop } as const;

interface Plan {
  name: string;
  passes: number;
  way: () => void;
  /** Only passes that speak of this text count. */
  about: string;
}

/** `name:n:way:text`: at the n-th pass of `name` (1, `kill` and any text when left out). */
function plan(): Plan | null {
  const setting = process.env.CRASH_AT;
  if (!setting) return null;
  const [name = "", count = "1", way = "kill", about = ""] = setting.split(":");
  const passes = Math.max(1, Number.parseInt(count, 10) || 1);
  return { name, passes, way: way in WAYS ? WAYS[way as keyof typeof WAYS] : kill, about };
}

const planned = plan();

/** @param about what this pass is about, asked only when a test wants to know */
export function crash(name: CrashPoint, about?: () => string): void {
  if (planned === null || planned.name !== name) return;
  if (planned.about !== "" && !about?.().includes(planned.about)) return;
  planned.passes -= 1;
  if (planned.passes === 0) planned.way();
}

/** No handler runs, nothing is flushed. */
function kill(): void {
  process.kill(process.pid, "SIGKILL");
}

function throwLater(): void {
  setTimeout(() => {
    throw new Error("thrown on purpose");
  }, 0);
}

function fillHeap(): void {
  const full: string[][] = [];
  for (;;) full.push(Array.from({ length: 10_000 }, (_, i) => `${full.length}-${i}`));
}

function stop(): void {
  process.kill(process.pid, "SIGSTOP");
}
