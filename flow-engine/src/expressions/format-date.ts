/** Liquid's `date` filter with the clock, the zone and the language as data: `{{ "now" | date: "%d/%m/%Y" }}`. */
import type { Temporal } from "temporal-polyfill";
import { calendarNames } from "./calendar-names.ts";
import { parseInstant, zoned } from "./dates.ts";
import { stringify } from "./print.ts";

/** Longest format: a date in words is under 60 characters. */
const MAX_FORMAT_CHARS = 200;
const DEFAULT_FORMAT = "%Y-%m-%d %H:%M";
const DIRECTIVE = /%([-_0^]?)([A-Za-z%])/g;

/** What the filter needs of the environment's `system`. */
interface Clock {
  now: number;
  zone: string;
  language: string;
}

/**
 * @param value `"now"`, `"today"`, an ISO date or date-time, or seconds since the epoch; anything else comes back as it is
 * @param format strftime directives; absent: `2026-03-01 18:30`
 * @param zone IANA zone instead of the workspace's
 * @param environment whose `system` says what time it is
 */
export function formatDate(value: unknown, format: unknown, zone: unknown, environment: object): unknown {
  const clock = clockOf(environment);
  const inZone = typeof zone === "string" && zone !== "" ? zone : clock.zone;
  const instant = instantOf(value, inZone, clock.now);
  if (instant === null) return value;
  const pattern = stringify(format).slice(0, MAX_FORMAT_CHARS) || DEFAULT_FORMAT;
  const date = zoned(instant, inZone);
  return pattern.replace(DIRECTIVE, (all: string, flag: string, letter: string) => {
    const directive = DIRECTIVES[letter];
    return directive ? flagged(directive(date, clock.language), flag) : all;
  });
}

function clockOf(environment: object): Clock {
  const system: unknown = Reflect.get(environment, "system");
  const text = (key: string) =>
    typeof system === "object" && system !== null ? stringify(Reflect.get(system, key)) : "";
  return {
    now: parseInstant(text("now"), "UTC") ?? 0,
    zone: text("timeZone") || "UTC",
    language: text("language"),
  };
}

/** Days either side of the epoch that a date can have. */
const MAX_SECONDS = 8.64e12;

function instantOf(value: unknown, zone: string, now: number): number | null {
  if (value === "now" || value === "today") return now;
  if (typeof value === "number") return Math.abs(value) <= MAX_SECONDS ? value * 1_000 : null;
  return typeof value === "string" ? parseInstant(value, zone) : null;
}

const pad = (value: number, width = 2): string => String(value).padStart(width, "0");

type Directive = (date: Temporal.ZonedDateTime, language: string) => string;

const month: Directive = (date, language) => calendarNames(language).months[date.month - 1] ?? "";
const weekday: Directive = (date, language) => calendarNames(language).days[date.dayOfWeek % 7] ?? "";
const hour12 = (date: Temporal.ZonedDateTime): number => date.hour % 12 || 12;

/** What each letter prints, as in C's strftime. */
const DIRECTIVES: Readonly<Record<string, Directive>> = {
  Y: (date) => String(date.year),
  y: (date) => pad(date.year % 100),
  m: (date) => pad(date.month),
  d: (date) => pad(date.day),
  e: (date) => String(date.day),
  j: (date) => pad(date.dayOfYear, 3),
  H: (date) => pad(date.hour),
  k: (date) => String(date.hour),
  I: (date) => pad(hour12(date)),
  l: (date) => String(hour12(date)),
  M: (date) => pad(date.minute),
  S: (date) => pad(date.second),
  p: (date) => (date.hour < 12 ? "AM" : "PM"),
  P: (date) => (date.hour < 12 ? "am" : "pm"),
  B: month,
  b: (date, language) => month(date, language).slice(0, 3),
  A: weekday,
  a: (date, language) => weekday(date, language).slice(0, 3),
  u: (date) => String(date.dayOfWeek),
  w: (date) => String(date.dayOfWeek % 7),
  s: (date) => String(Math.floor(date.epochMilliseconds / 1_000)),
  z: (date) => date.offset.replace(":", ""),
  Z: (date) => date.timeZoneId,
  F: (date) => date.toPlainDate().toString(),
  T: (date) => `${pad(date.hour)}:${pad(date.minute)}:${pad(date.second)}`,
  R: (date) => `${pad(date.hour)}:${pad(date.minute)}`,
  D: (date) => `${pad(date.month)}/${pad(date.day)}/${pad(date.year % 100)}`,
  "%": () => "%",
};

/** `%-d`: no padding. `%_d`: spaces. `%^B`: capitals. */
function flagged(part: string, flag: string): string {
  if (flag === "-") return part.replace(/^0+(?=\d)/, "");
  if (flag === "_") return part.replace(/^0+(?=\d)/, (zeros) => " ".repeat(zeros.length));
  return flag === "^" ? part.toUpperCase() : part;
}
