/** Lengths of time as people write them: `90m`, `3 days`, `-1 month`, `1d 12h`, `2 semanas`. */
import { Temporal } from "temporal-polyfill";
import { foldText } from "../triggers/normalize.ts";
import { zoned } from "./dates.ts";

const UNITS = ["seconds", "minutes", "hours", "days", "weeks", "months", "years"] as const;
type Unit = (typeof UNITS)[number];

const WORDS: Readonly<Record<Unit, string>> = {
  seconds: "s sec secs second seconds seg segundo segundos",
  minutes: "m min mins minute minutes minuto minutos",
  hours: "h hr hrs hour hours hora horas",
  days: "d day days dia dias",
  weeks: "w week weeks semana semanas",
  months: "mo month months mes meses",
  years: "y yr year years ano anos",
};
const UNIT_OF: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap((unit) => WORDS[unit].split(" ").map((word): [string, Unit] => [word, unit])),
);
/** Of a fixed length, so that half of one is a length of time too. */
const SECONDS: Partial<Readonly<Record<Unit, number>>> = { seconds: 1, minutes: 60, hours: 3_600 };

const WHOLE = /^([+-])?((?:\d{1,7}(?:[.,]\d{1,3})?\s*[a-z]+[\s,]*)+)$/;
const PART = /(\d+(?:[.,]\d+)?)\s*([a-z]+)/g;

/** @returns null when the text is no length of time */
export function readDuration(text: string): Temporal.Duration | null {
  const folded = foldText(text)
    .replace("\u2212", "-")
    .replace(/^([+-])\s+/, "$1");
  const [, sign, parts = ""] = WHOLE.exec(folded) ?? [];
  const lengths = new Map<Unit, number>();
  let fraction = 0;
  for (const [, digits = "", word = ""] of parts.matchAll(PART)) {
    const unit = UNIT_OF.get(word);
    const amount = Number(digits.replace(",", "."));
    if (unit === undefined || lengths.has(unit)) return null;
    const seconds = SECONDS[unit];
    if (seconds === undefined && !Number.isInteger(amount)) return null;
    lengths.set(unit, Math.floor(amount));
    fraction += (amount - Math.floor(amount)) * (seconds ?? 0);
  }
  if (lengths.size === 0) return null;
  lengths.set("seconds", (lengths.get("seconds") ?? 0) + Math.round(fraction));
  const duration = Temporal.Duration.from(Object.fromEntries(lengths));
  return sign === "-" ? duration.negated() : duration;
}

/**
 * A moment so much later (or earlier), by the calendar of a zone: a day later is the same time of day, a month after
 * 31 January is the last of February.
 * @returns milliseconds since the epoch; null past the years that dates are written with
 */
export function shiftMoment(epochMs: number, duration: Temporal.Duration, zone: string): number | null {
  try {
    const moment = zoned(epochMs, zone).add(duration);
    return moment.year >= 1 && moment.year <= 9_999 ? moment.epochMilliseconds : null;
  } catch {
    return null;
  }
}
