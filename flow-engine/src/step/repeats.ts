/** Two bots that answer each other say the same for ever. What was said to a contact lately is counted, across sessions. */
import type { MessageContent } from "../content/schema.ts";
import type { Effect } from "../effects/schema.ts";
import { hash32 } from "./random.ts";

/**
 * Texts, each different, in the order in which they were said last. Three numbers for each: its hash, when the counting began
 * (milliseconds since the epoch), how often it was said since. Flat, because it goes with every message.
 */
export type SaidTexts = readonly number[];

/** Numbers of a text in the list. */
const WIDTH = 3;
/** How long a text counts from when it was said first; then its count begins anew. */
export const REPEAT_WINDOW_MS = 5 * 60_000;
/** Equal texts to one contact within the window; the next one ends the session. People ask for a menu often, not so often. */
export const MAX_REPEATS = 20;
/** Different texts kept for a contact at most, the latest: a circle of bots says fewer. */
const MAX_KEPT = 30;

/** Of the text as its step makes it: the same step makes it the same way each time. */
export const textHash = (content: MessageContent): number => hash32(JSON.stringify(content));

/** How often the text was said within the window. */
export function timesSaid(said: SaidTexts, hash: number, now: number): number {
  const since = now - REPEAT_WINDOW_MS;
  let count = 0;
  for (let at = 0; at < said.length; at += WIDTH)
    if (said[at] === hash && (said[at + 1] ?? 0) > since) count += said[at + 2] ?? 1;
  return count;
}

/** What a host keeps for the next step: the old within the window, and what this step said. */
export function saidAfter(said: SaidTexts, effects: readonly Effect[], now: number): SaidTexts {
  const since = now - REPEAT_WINDOW_MS;
  const kept: number[] = [];
  for (let at = 0; at < said.length; at += WIDTH) {
    const from = said[at + 1] ?? 0;
    if (from > since) kept.push(said[at] ?? 0, from, said[at + 2] ?? 1);
  }
  for (const effect of effects)
    if (effect.type === "send-message") count(kept, textHash(effect.content), now);
  return kept.length > MAX_KEPT * WIDTH ? kept.slice(-MAX_KEPT * WIDTH) : kept;
}

/** A text that is said again goes to the end. */
function count(kept: number[], hash: number, now: number): void {
  for (let at = 0; at < kept.length; at += WIDTH) {
    if (kept[at] !== hash) continue;
    const [, from = now, times = 0] = kept.splice(at, WIDTH);
    kept.push(hash, from, times + 1);
    return;
  }
  kept.push(hash, now, 1);
}

/** As it was kept until 2026-11: an object for each text, and the same text several times. */
type KeptBefore = { hash: number; at: number; times?: number };

/** What a host has kept, whichever version of it did. */
export function readSaid(kept: readonly (number | KeptBefore)[]): SaidTexts {
  if (typeof kept[0] !== "object") return kept as SaidTexts;
  const counts = new Map<number, { at: number; times: number }>();
  for (const text of kept) {
    if (typeof text !== "object") continue;
    const before = counts.get(text.hash);
    counts.delete(text.hash);
    const times = (before?.times ?? 0) + (text.times ?? 1);
    counts.set(text.hash, { at: before?.at ?? text.at, times });
  }
  return [...counts].flatMap(([hash, { at, times }]) => [hash, at, times]);
}
