/** The moment at which a wait is over. */
import { nextOpening, type Schedule } from "../../calendar/schedule.ts";
import { momentOn, parseInstant, zoned } from "../../expressions/dates.ts";
import type { WaitData, WaitUnit } from "./schema.ts";

/** Milliseconds of a unit, or of a part of one: a month's part counts as one of thirty days. */
export const UNIT_MS: Readonly<Record<WaitUnit, number>> = {
  seconds: 1_000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 7 * 86_400_000,
  months: 30 * 86_400_000,
};
/** Longest wait: past a year, people change phones. */
export const MAX_WAIT_MS = 365 * UNIT_MS.days;

export interface WaitClock {
  /** Milliseconds since the epoch. */
  now: number;
  /** IANA zone of the calendar that counts. */
  zone: string;
}

/** After so many units by the calendar; a part of one is added as the time it takes. */
export function afterAmount(from: number, amount: number, unit: WaitUnit, zone: string): number {
  if (unit === "seconds" || unit === "minutes" || unit === "hours")
    return Math.round(from + amount * UNIT_MS[unit]);
  const whole = Math.trunc(amount);
  const moved = zoned(from, zone).add({ [unit]: whole }).epochMilliseconds;
  return Math.round(moved + (amount - whole) * UNIT_MS[unit]);
}

/** With `amount`. @returns milliseconds since the epoch, never before now */
export function dueAfter({ amount, unit, at }: WaitData, { now, zone }: WaitClock): number {
  const reached = afterAmount(now, amount, unit, zone);
  if (at === undefined) return reached;
  const date = zoned(reached, zone).toPlainDate();
  const moment = momentOn(date, at, zone);
  return moment > now ? moment : momentOn(date.add({ days: 1 }), at, zone);
}

/** With `until`. @param text the date, filled in @returns null when it is none */
export function dueOn(text: string, { offset, at }: WaitData, zone: string): number | null {
  const date = parseInstant(text, zone);
  if (date === null) return null;
  const moment = offset ? afterAmount(date, offset.amount, offset.unit, zone) : date;
  return at === undefined ? moment : momentOn(zoned(moment, zone).toPlainDate(), at, zone);
}

/** The same moment when it is open then, else the next opening; the same again when there is none. */
export function openFrom(moment: number, schedule: Schedule | undefined, zone: string): number {
  return schedule ? (nextOpening(schedule, moment, zone) ?? moment) : moment;
}
