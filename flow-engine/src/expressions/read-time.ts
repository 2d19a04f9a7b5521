/** Times of a day as people write them, to `HH:MM`. */
import { foldText } from "../triggers/normalize.ts";

const WORDS: Readonly<Record<string, string>> = {
  noon: "12:00",
  midday: "12:00",
  mediodia: "12:00",
  "meio-dia": "12:00",
  "meio dia": "12:00",
  midnight: "00:00",
  medianoche: "00:00",
  "meia-noite": "00:00",
  "meia noite": "00:00",
};

/** Words before and after a time that say nothing of it. */
const AROUND = /^(?:a las?|at|as)\s+|\s*(?:hrs?|horas?|o'?clock)\.?$/g;
/** `15:30`, `15.30`, `15h30`, `15h`, `3 pm`, `3:30 p. m.`, `3 de la tarde`. */
const TIME =
  /^(\d{1,2})(?:[:.h]([0-5]\d))?(h)?\s*(am|pm|a\.\s?m\.?|p\.\s?m\.?|(?:de la|da|in the)\s+[a-z]+)?$/;
const AFTER_NOON = /^p|tarde|noche|noite|afternoon|evening/;
const HALF = 12;
const LAST_HOUR = 23;

/**
 * An hour alone is a time only where it can't be morning or afternoon: `15` is, `3` is not.
 * @returns null when the text is no time of day
 */
export function readTime(text: string): string | null {
  const word = foldText(text).replace(AROUND, "").trim();
  if (Object.hasOwn(WORDS, word)) return WORDS[word] ?? null;
  const [, hours, minutes, mark, half] = TIME.exec(word) ?? [];
  if (hours === undefined) return null;
  const hour = Number(hours);
  const hinted = half !== undefined || minutes !== undefined || mark !== undefined || word !== foldText(text);
  if (!hinted && hour <= HALF) return null;
  if (half !== undefined && (hour < 1 || hour > HALF)) return null;
  const full = half === undefined ? hour : (hour % HALF) + (AFTER_NOON.test(half) ? HALF : 0);
  return full > LAST_HOUR ? null : `${String(full).padStart(2, "0")}:${minutes ?? "00"}`;
}
