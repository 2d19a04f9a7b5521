/** Figures that a run measured, printed and kept for docs/reliability.md. */
import { appendFileSync } from "node:fs";

/** One line of the page's table. */
export interface Figure {
  what: string;
  measured: string;
}

/** CHAOS_FIGURES names the file that the run collects them in. */
export function record(...figures: Figure[]): void {
  for (const { what, measured } of figures) console.log(`${what}: ${measured}`);
  const file = process.env.CHAOS_FIGURES;
  if (!file) return;
  for (const figure of figures) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

/** @param part 0.99 for the 99th percentile */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
