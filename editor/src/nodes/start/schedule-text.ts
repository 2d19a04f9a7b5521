/** Opening hours as they are typed: `9-14, 16:00-20:00`; special days a line each, as `12-25 closed`. */
import type { Schedule, Span } from "@hilo/flow-engine";

const CLOSED = "closed";

export function spansText(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${from}–${to}`).join(", ");
}

/** Nothing, or “closed”, is no span; null when it can't be read. */
export function readSpans(text: string): Span[] | null {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === "" || trimmed === CLOSED) return [];
  const spans = trimmed.split(",").map(readSpan);
  return spans.every((span) => span !== null) ? spans : null;
}

const SPAN = /^\s*(\d{1,2})(?::(\d{2}))?\s*[-–—]\s*(\d{1,2})(?::(\d{2}))?\s*$/;

function readSpan(text: string): Span | null {
  const [, fromHour, fromMinute, toHour, toMinute] = SPAN.exec(text) ?? [];
  const [from, to] = [clock(fromHour, fromMinute), clock(toHour, toMinute)];
  return from === null || to === null || from === "24:00" || from === to ? null : { from, to };
}

function clock(hour: string | undefined, minute = "00"): string | null {
  if (hour === undefined) return null;
  const time = `${hour.padStart(2, "0")}:${minute}`;
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : null;
}

type SpecialDay = Schedule["days"][number];

export function daysText(days: readonly SpecialDay[]): string {
  return days
    .map(({ date, spans }) => `${date} ${spans.length === 0 ? CLOSED : spansText(spans)}`)
    .join("\n");
}

/** Null when a line can't be read. Names that days had stay with their dates. */
export function readDays(text: string, before: readonly SpecialDay[]): SpecialDay[] | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const days = lines.map((line): SpecialDay | null => {
    const [, date, rest = ""] = /^\s*((?:\d{4}-)?\d{2}-\d{2})(?:\s+(.*))?$/.exec(line) ?? [];
    const spans = readSpans(rest);
    if (date === undefined || spans === null) return null;
    return { ...before.find((day) => day.date === date), date, spans };
  });
  return days.every((day) => day !== null) ? days : null;
}
