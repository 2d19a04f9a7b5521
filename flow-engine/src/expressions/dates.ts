/** Dates as data: ISO texts and zones to instants. The only calendar arithmetic of the engine. */
import { Temporal } from "temporal-polyfill";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/i;

/** Whether a text is written as a date without a time. It may still be none of the calendar. */
export const isDate = (text: string): boolean => DATE.test(text.trim());

/** Whether a text names an IANA zone. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** `zone` when it is one, else UTC: a wrong setting must not stop a conversation. */
export function zoneOrUtc(zone: string): string {
  return isZone(zone) ? zone : "UTC";
}

/**
 * An ISO date (its first moment in `zone`) or date-time (in `zone` unless it has an offset).
 * @returns milliseconds since the epoch, or null when the text is neither
 */
export function parseInstant(text: string, zone: string): number | null {
  const iso = text.trim();
  try {
    if (WITH_OFFSET.test(iso)) return Temporal.Instant.from(iso.replace(" ", "T")).epochMilliseconds;
    if (DATE.test(iso)) return startOfDay(Temporal.PlainDate.from(iso), zone);
    if (!DATE_TIME.test(iso)) return null;
    return Temporal.PlainDateTime.from(iso.replace(" ", "T")).toZonedDateTime(zoneOrUtc(zone))
      .epochMilliseconds;
  } catch {
    return null;
  }
}

function startOfDay(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zoneOrUtc(zone)).epochMilliseconds;
}

/** A date and time with its offset: `2026-03-29T10:00:00+02:00`. Parts of seconds are left out. */
export function isoWithOffset(epochMs: number, zone: string): string {
  return zoned(epochMs, zone).toString({ timeZoneName: "never", smallestUnit: "second" });
}

/** The calendar date of an instant in a zone, as `YYYY-MM-DD`. */
export function dateIn(zone: string, epochMs: number): string {
  return zoned(epochMs, zone).toPlainDate().toString();
}

/** The same wall-clock time `days` calendar days later, across changes of daylight saving time. */
export function addDays(epochMs: number, days: number, zone: string): number {
  return zoned(epochMs, zone).add({ days }).epochMilliseconds;
}

/**
 * The moment at which clocks in a zone show a time of a day (`09:00`; `24:00` is the end of it). A time that a change
 * of clocks skips is the first one after the gap; one that comes twice is the first.
 */
export function momentOn(date: Temporal.PlainDate, time: string, zone: string): number {
  const [day, clock] = time === "24:00" ? [date.add({ days: 1 }), "00:00"] : [date, time];
  const wanted = day.toPlainDateTime(Temporal.PlainTime.from(clock));
  const moment = wanted.toZonedDateTime(zoneOrUtc(zone), { disambiguation: "earlier" });
  const exists = moment.toPlainDateTime().equals(wanted);
  return (exists ? moment : (moment.getTimeZoneTransition("next") ?? moment)).epochMilliseconds;
}

/** `YYYY-MM-DD` when year, month (1–12) and day are a date of the calendar; null otherwise. */
export function isoDate(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

/** An instant with its calendar in a zone. */
export function zoned(epochMs: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.trunc(epochMs)).toZonedDateTimeISO(zoneOrUtc(zone));
}
