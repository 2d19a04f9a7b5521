/** A date, or a date and time, moved by the calendar. */
import { Temporal } from "temporal-polyfill";
import { isDate, isoWithOffset, parseInstant } from "../../expressions/dates.ts";
import { readDuration, shiftMoment } from "../../expressions/durations.ts";
import { stringify } from "../../expressions/print.ts";
import type { Assigned, Clock } from "./assign.ts";

/** A date stays a date: what is less than a day of a length of time is left out. Nothing counts from now. */
export function addTime(current: unknown, text: string, { now, timeZone }: Clock): Assigned {
  const duration = readDuration(text);
  if (!duration) return { error: "not-a-duration" };
  const before = stringify(current).trim();
  if (isDate(before)) return movedDate(before, duration);
  const moment = before === "" ? now : parseInstant(before, timeZone);
  if (moment === null) return { error: "not-a-date" };
  const moved = shiftMoment(moment, duration, timeZone);
  return moved === null ? { error: "date-too-far" } : { value: isoWithOffset(moved, timeZone) };
}

function movedDate(date: string, duration: Temporal.Duration): Assigned {
  if (parseInstant(date, "UTC") === null) return { error: "not-a-date" };
  try {
    const moved = Temporal.PlainDate.from(date).add(duration);
    return moved.year >= 1 && moved.year <= 9_999 ? { value: moved.toString() } : { error: "date-too-far" };
  } catch (error) {
    if (error instanceof RangeError) return { error: "date-too-far" };
    throw error;
  }
}
