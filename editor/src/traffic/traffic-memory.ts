/** Whether the traffic lies over the canvas, and of how many days: kept in this browser. */
import { z } from "zod";

/** Times to choose from, in days. */
export const PERIODS = [1, 7, 30] as const;
export type Period = (typeof PERIODS)[number];

const memorySchema = z.object({
  shown: z.boolean().catch(false),
  days: z.literal(PERIODS).catch(7),
});
export type TrafficMemory = z.infer<typeof memorySchema>;

const KEY = "hilo.traffic";

export function recallTraffic(): TrafficMemory {
  try {
    const found = memorySchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? "{}")).data;
    if (found) return found;
  } catch {
    // Storage may be forbidden or hold something that is not JSON: the canvas opens without.
  }
  return { shown: false, days: 7 };
}

export function rememberTraffic(memory: TrafficMemory): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // Without storage it lasts as long as the page.
  }
}
