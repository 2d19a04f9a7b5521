/** Two bots that answer each other say the same for ever. What was said to a contact lately is counted, across sessions. */
import type { MessageContent } from "../content/schema.ts";
import type { Effect } from "../effects/schema.ts";
import { sortedJson } from "../expressions/print.ts";
import { hash32 } from "./random.ts";

/** A text by its hash, and how often it was said since when. */
export interface SaidText {
  hash: number;
  /** When the counting began (milliseconds since the epoch). */
  at: number;
  /** Absent: once. */
  times?: number | undefined;
}

/** How long a text counts from when it was said first; then its count begins anew. */
export const REPEAT_WINDOW_MS = 5 * 60_000;
/** Equal texts to one contact within the window; the next one ends the session. People ask for a menu often, not so often. */
export const MAX_REPEATS = 20;
/** Different texts kept for a contact at most, the latest: a circle of bots says fewer. */
const MAX_KEPT = 30;

export function saidText(content: MessageContent, at: number): SaidText {
  return { hash: hash32(sortedJson(content)), at };
}

/** Whether one more of the same is one too many. */
export function isRepeatedTooOften(said: readonly SaidText[], next: SaidText): boolean {
  const since = next.at - REPEAT_WINDOW_MS;
  let count = 0;
  for (const { hash, at, times = 1 } of said) if (hash === next.hash && at > since) count += times;
  return count >= MAX_REPEATS;
}

/** What a host keeps for the next step: the old within the window, and what this step said. */
export function saidAfter(said: readonly SaidText[], effects: readonly Effect[], now: number): SaidText[] {
  const since = now - REPEAT_WINDOW_MS;
  // A text that is said again goes to the end.
  const kept = new Map<number, SaidText>();
  const count = (text: SaidText): void => {
    const before = kept.get(text.hash);
    kept.delete(text.hash);
    kept.set(text.hash, before ? { ...before, times: (before.times ?? 1) + (text.times ?? 1) } : text);
  };
  for (const text of said) if (text.at > since) count(text);
  for (const effect of effects) if (effect.type === "send-message") count(saidText(effect.content, now));
  return [...kept.values()].slice(-MAX_KEPT);
}
