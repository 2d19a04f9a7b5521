/** What is due is due by the database's clock, which all processes share. */
import type { Runtime } from "../runtime.ts";

/**
 * Milliseconds to add to the database's `now()`: none, unless the runtime's clock was set to another time than the
 * process's own (a test's), which then moves the database's clock by as much.
 */
export function clockShift({ now }: Pick<Runtime, "now">): number {
  const shift = now().getTime() - Date.now();
  return Math.abs(shift) < MEASURING ? 0 : shift;
}

/** Two readings of one clock may differ by a moment. */
const MEASURING = 1_000;
