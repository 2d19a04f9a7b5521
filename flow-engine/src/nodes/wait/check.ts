/** What is wrong with a wait, as far as it can be seen before it begins. */
import { parseInstant } from "../../expressions/dates.ts";
import type { NodeProblem } from "../define-node.ts";
import { scheduleProblems } from "../schedule-checks.ts";
import { isLiteral } from "../text-field.ts";
import { MAX_WAIT_MS, UNIT_MS } from "./due-at.ts";
import type { WaitData, WaitUnit } from "./schema.ts";

/** A year has no more. */
const MAX_MONTHS = 12;

export function checkWait(data: WaitData): NodeProblem[] {
  const { until, window } = data;
  const windowProblems = typeof window === "object" ? scheduleProblems(window) : [];
  return [
    ...(until === undefined ? amountProblems(data) : dateProblems(until)),
    ...offsetProblems(data),
    ...windowProblems,
  ];
}

const isTooLong = (amount: number, unit: WaitUnit): boolean =>
  unit === "months" ? amount > MAX_MONTHS : amount * UNIT_MS[unit] > MAX_WAIT_MS;

function amountProblems({ amount, unit, at, window }: WaitData): NodeProblem[] {
  if (isTooLong(amount, unit)) {
    const message = "The wait is longer than 365 days. Shorten it.";
    return [{ code: "wait-too-long", severity: "error", message }];
  }
  if (amount > 0 || at !== undefined || window !== undefined) return [];
  const message = "The wait takes no time. Write how long, or take it out.";
  return [{ code: "wait-empty", severity: "warning", message }];
}

function offsetProblems({ until, offset }: WaitData): NodeProblem[] {
  if (!offset) return [];
  if (until === undefined) {
    const message =
      "A time before or after a date is set, but no date. Write the date, or take the time out.";
    return [{ code: "offset-unused", severity: "warning", message }];
  }
  if (!isTooLong(Math.abs(offset.amount), offset.unit)) return [];
  const message = "The time before or after the date is longer than 365 days. Shorten it.";
  return [{ code: "wait-too-long", severity: "error", message }];
}

function dateProblems(until: string): NodeProblem[] {
  if (until.trim() === "") {
    return [{ code: "date-empty", severity: "error", message: "There is no date to wait for. Write it." }];
  }
  if (!isLiteral(until) || parseInstant(until, "UTC") !== null) return [];
  const message = `“${until}” is not a date. Write it as 2026-12-31 or 2026-12-31T18:30.`;
  return [{ code: "date-unreadable", severity: "error", message }];
}
