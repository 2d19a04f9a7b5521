/** Sums over what was there. */
import { toNumber } from "../../expressions/numbers.ts";
import type { Assigned } from "./assign.ts";
import type { SetOperation } from "./schema.ts";

export const ARITHMETIC = [
  "add",
  "subtract",
  "multiply",
  "divide",
  "modulo",
] as const satisfies SetOperation[];
export type Arithmetic = (typeof ARITHMETIC)[number];

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === "";

export function calculate(operation: Arithmetic, current: unknown, text: string): Assigned {
  // What is not set yet counts from zero.
  const left = isNothing(current) ? 0 : toNumber(current);
  const right = toNumber(text);
  if (left === null || right === null) return { error: "not-a-number" };
  if ((operation === "divide" || operation === "modulo") && right === 0) return { error: "division-by-zero" };
  return finite(tidy(resultOf(operation, left, right)));
}

function resultOf(operation: Arithmetic, left: number, right: number): number {
  switch (operation) {
    case "add":
      return left + right;
    case "subtract":
      return left - right;
    case "multiply":
      return left * right;
    case "divide":
      return left / right;
    case "modulo":
      // With the sign of the divisor, as in spreadsheets: turns that count backwards go round too.
      return ((left % right) + right) % right;
  }
}

/** Tens to ten decimals; more are noise. */
const DIGITS = { least: -9, most: 10 };

/** @param text how many decimals are kept; empty: none. Halves go away from zero. */
export function rounded(current: unknown, text: string): Assigned {
  const value = toNumber(current);
  const digits = readDigits(text);
  if (value === null) return { error: "not-a-number" };
  if (digits === null) return { error: "not-digits" };
  const scale = 10 ** Math.abs(digits);
  const scaled = tidy(digits < 0 ? Math.abs(value) / scale : Math.abs(value) * scale);
  const whole = Number.isFinite(scaled) ? Math.round(scaled) : Number.NaN;
  return finite(Math.sign(value) * tidy(digits < 0 ? whole * scale : whole / scale));
}

/** @returns null when the text is no whole number of decimals */
export function readDigits(text: string): number | null {
  if (text.trim() === "") return 0;
  const digits = toNumber(text);
  if (digits === null || !Number.isInteger(digits)) return null;
  return digits >= DIGITS.least && digits <= DIGITS.most ? digits : null;
}

/** Infinity would not survive JSON; neither would -0. */
function finite(value: number): Assigned {
  return Number.isFinite(value) ? { value: value + 0 } : { error: "number-too-large" };
}

/** Digits that decimal sums keep exactly: `0.1 + 0.2` is 0.3 to a customer. */
const PRECISION = 15;
const tidy = (value: number): number => Number(value.toPrecision(PRECISION));
