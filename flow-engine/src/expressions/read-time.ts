/** A time of day as people write it: `15:30`, `3 pm`, `3.30pm`, `15h`, `las 5 de la tarde`. */
import { foldText } from "../triggers/normalize.ts";

const TIME =
  /^(?:at |a )?(?:las? |as )?(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:h|hs|hrs?|horas|uhr)?\s*(am|pm|a\.m\.?|p\.m\.?)?$/;
/** Words that say which half of the day. */
const MORNING = /\b(?:in the morning|de la ma(?:n|ñ)ana|da manh(?:a|ã)|de madrugada|por la manana)\b/u;
const LATER =
  /\b(?:in the (?:afternoon|evening)|at night|de la (?:tarde|noche)|da (?:tarde|noite)|por la (?:tarde|noche))\b/u;
const NAMED: Readonly<Record<string, string>> = {
  noon: "12:00",
  midday: "12:00",
  mediodia: "12:00",
  "meio-dia": "12:00",
  midnight: "00:00",
  medianoche: "00:00",
  "meia-noite": "00:00",
};

/** @returns `HH:MM`, or null when it is no time of day */
export function readTime(text: string): string | null {
  const folded = foldText(text).replace(/[!.¡]+$/u, "");
  const named = Object.hasOwn(NAMED, folded) ? NAMED[folded] : undefined;
  if (named) return named;
  const half = LATER.test(folded) ? "pm" : MORNING.test(folded) ? "am" : undefined;
  const match = TIME.exec(folded.replace(LATER, "").replace(MORNING, "").trim());
  if (!match) return null;
  const [, hours = "", minutes = "0", said] = match;
  const hour = onClock(Number(hours), said?.replace(/\./g, "") ?? half);
  if (hour === null || Number(minutes) > 59) return null;
  return `${String(hour).padStart(2, "0")}:${minutes.padStart(2, "0")}`;
}

function onClock(hour: number, half: string | undefined): number | null {
  if (hour > 24 || (half !== undefined && hour === 0)) return null;
  if (hour === 24) return half === undefined ? 0 : null;
  // “15:30 de la tarde” says the same twice.
  if (half === undefined || hour > 12) return hour;
  return half === "pm" ? (hour % 12) + 12 : hour % 12;
}
