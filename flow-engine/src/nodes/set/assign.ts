/** What an assignment makes of a rendered text and of the value that was there. */
import { toNumber } from "../../expressions/numbers.ts";
import { stringify } from "../../expressions/print.ts";
import { parseYesNo } from "../../expressions/yes-no.ts";
import type { SetData } from "./schema.ts";

export type Assignment = Pick<SetData["assignments"][number], "operation" | "as">;

/** The new value, or the code of what is wrong; then the old value stays. */
export type Assigned = { value: unknown } | { error: string };

export function assignedValue({ operation, as }: Assignment, current: unknown, text: string): Assigned {
  switch (operation) {
    case "clear":
      return { value: null };
    case "set":
      return typed(text, as);
    case "append":
      return append(current, typed(text, as));
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      return calculate(operation, current, text);
  }
}

function typed(text: string, as: Assignment["as"]): Assigned {
  switch (as) {
    case "text":
      return { value: text };
    case "number":
      return orError(toNumber(text), "not-a-number");
    case "boolean":
      return orError(parseYesNo(text), "not-a-boolean");
    case "json":
      return parseJson(text);
  }
}

const orError = (value: unknown, error: string): Assigned => (value === null ? { error } : { value });

function parseJson(text: string): Assigned {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { error: "not-json" };
  }
}

/** To a list: one more item. To a text: more text. To nothing: the first item of a list. */
function append(current: unknown, addition: Assigned): Assigned {
  if ("error" in addition) return addition;
  if (Array.isArray(current)) return { value: [...current, addition.value] };
  if (current === undefined || current === null || current === "") return { value: [addition.value] };
  return { value: stringify(current) + stringify(addition.value) };
}

function calculate(
  operation: "add" | "subtract" | "multiply" | "divide",
  current: unknown,
  text: string,
): Assigned {
  // What is not set yet counts from zero.
  const left = current === undefined || current === null || current === "" ? 0 : toNumber(current);
  const right = toNumber(text);
  if (left === null || right === null) return { error: "not-a-number" };
  if (operation === "divide" && right === 0) return { error: "division-by-zero" };
  const value = resultOf(operation, left, right);
  // Infinity would not survive JSON; neither would -0.
  return Number.isFinite(value) ? { value: value + 0 } : { error: "number-too-large" };
}

function resultOf(
  operation: "add" | "subtract" | "multiply" | "divide",
  left: number,
  right: number,
): number {
  switch (operation) {
    case "add":
      return tidy(left + right);
    case "subtract":
      return tidy(left - right);
    case "multiply":
      return tidy(left * right);
    case "divide":
      return tidy(left / right);
  }
}

/** Digits that decimal sums keep exactly: `0.1 + 0.2` is 0.3 to a customer. */
const PRECISION = 15;
const tidy = (value: number): number => Number(value.toPrecision(PRECISION));
