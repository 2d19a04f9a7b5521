/** Named places where a test may kill the process, on both sides of each commit and each request. Nothing happens without CRASH_AT. */

export const CRASH_POINTS = [
  "inbox-before-store",
  "inbox-after-store",
  "statuses-before-apply",
  "statuses-after-apply",
  "drain-before-commit",
  "drain-after-commit",
  "timers-before-commit",
  "timers-after-commit",
  "schedules-before-commit",
  "schedules-after-commit",
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

/** `name:n`: die at the n-th pass of `name` (1 when n is left out). */
function plan(): { name: string; passes: number } | null {
  const setting = process.env.CRASH_AT;
  if (!setting) return null;
  const [name = "", count = "1"] = setting.split(":");
  return { name, passes: Math.max(1, Number.parseInt(count, 10) || 1) };
}

const planned = plan();

export function crash(name: CrashPoint): void {
  if (planned === null || planned.name !== name) return;
  planned.passes -= 1;
  // SIGKILL: no handler runs, nothing is flushed, as when the machine goes.
  if (planned.passes === 0) process.kill(process.pid, "SIGKILL");
}
