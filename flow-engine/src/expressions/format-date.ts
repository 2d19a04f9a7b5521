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
    const part = directive(letter, date, clock.language);
    return part === null ? all : flagged(part, flag);
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

/** The text of one directive; null when there is none of this letter. */
function directive(letter: string, date: Temporal.ZonedDateTime, language: string): string | null {
  const names = calendarNames(language);
  const month = names.months[date.month - 1] ?? "";
  const day = names.days[date.dayOfWeek % 7] ?? "";
  const hour12 = date.hour % 12 || 12;
  switch (letter) {
    case "Y":
      return String(date.year);
    case "y":
      return pad(date.year % 100);
    case "m":
      return pad(date.month);
    case "d":
      return pad(date.day);
    case "e":
      return String(date.day);
    case "j":
      return pad(date.dayOfYear, 3);
    case "H":
      return pad(date.hour);
    case "k":
      return String(date.hour);
    case "I":
      return pad(hour12);
    case "l":
      return String(hour12);
    case "M":
      return pad(date.minute);
    case "S":
      return pad(date.second);
    case "p":
      return date.hour < 12 ? "AM" : "PM";
    case "P":
      return date.hour < 12 ? "am" : "pm";
    case "B":
      return month;
    case "b":
      return month.slice(0, 3);
    case "A":
      return day;
    case "a":
      return day.slice(0, 3);
    case "u":
      return String(date.dayOfWeek);
    case "w":
      return String(date.dayOfWeek % 7);
    case "s":
      return String(Math.floor(date.epochMilliseconds / 1_000));
    case "z":
      return date.offset.replace(":", "");
    case "Z":
      return date.timeZoneId;
    case "F":
      return date.toPlainDate().toString();
    case "T":
      return `${pad(date.hour)}:${pad(date.minute)}:${pad(date.second)}`;
    case "R":
      return `${pad(date.hour)}:${pad(date.minute)}`;
    case "D":
      return `${pad(date.month)}/${pad(date.day)}/${pad(date.year % 100)}`;
    case "%":
      return "%";
    default:
      return null;
  }
}

/** `%-d`: no padding. `%_d`: spaces. `%^B`: capitals. */
function flagged(part: string, flag: string): string {
  if (flag === "-") return part.replace(/^0+(?=\d)/, "");
  if (flag === "_") return part.replace(/^0+(?=\d)/, (zeros) => " ".repeat(zeros.length));
  return flag === "^" ? part.toUpperCase() : part;
}
