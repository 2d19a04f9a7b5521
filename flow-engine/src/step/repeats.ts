/** Two bots that answer each other say the same for ever. What was said to a contact lately is counted, across sessions. */
import type { MessageContent } from "../content/schema.ts";
import type { Effect } from "../effects/schema.ts";
import { sortedJson } from "../expressions/print.ts";
import { hash32 } from "./random.ts";

/** A text by its hash, and when it was said (milliseconds since the epoch). */
export interface SaidText {
  hash: number;
  at: number;
}

/** How long a text counts. */
export const REPEAT_WINDOW_MS = 5 * 60_000;
/** Equal texts to one contact within the window; the next one ends the session. People ask for a menu often, not so often. */
export const MAX_REPEATS = 20;
/** What is kept for a contact at most: enough for the limit whatever else is said in between. */
const MAX_KEPT = 200;

export function saidText(content: MessageContent, at: number): SaidText {
  return { hash: hash32(sortedJson(content)), at };
}

/** Whether one more of the same is one too many. */
export function isRepeatedTooOften(said: readonly SaidText[], next: SaidText): boolean {
  const since = next.at - REPEAT_WINDOW_MS;
  let count = 0;
  for (const { hash, at } of said) if (hash === next.hash && at > since) count += 1;
  return count >= MAX_REPEATS;
}

/** What a host keeps for the next step: the old within the window, and what this step said. */
export function saidAfter(said: readonly SaidText[], effects: readonly Effect[], now: number): SaidText[] {
  const since = now - REPEAT_WINDOW_MS;
  const fresh = effects.flatMap((effect) =>
    effect.type === "send-message" ? [saidText(effect.content, now)] : [],
  );
  return [...said.filter(({ at }) => at > since), ...fresh].slice(-MAX_KEPT);
}
