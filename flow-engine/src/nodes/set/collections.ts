/** Lists and objects: one more item, one less, how many, and fields put together. */
import { sameValue } from "../../expressions/comparisons.ts";
import { stringify } from "../../expressions/print.ts";
import type { Assigned } from "./assign.ts";

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === "";

/** To a list: more items. To a text: more text. To nothing: the first items of a list. */
export function joined(current: unknown, additions: readonly unknown[], where: "end" | "start"): Assigned {
  const isText = !isNothing(current) && !Array.isArray(current);
  const before = Array.isArray(current) ? current : isText ? [current] : [];
  const all = where === "end" ? [...before, ...additions] : [...additions, ...before];
  return { value: isText ? all.map(stringify).join("") : all };
}

/** Every item that is the same: texts without case and accents, numbers by their value, objects by their fields. */
export function without(current: unknown, items: readonly unknown[], zone: string): Assigned {
  if (!Array.isArray(current)) return { error: "not-a-list" };
  return { value: current.filter((each) => !items.some((item) => sameValue(each, item, zone))) };
}

/** Items of a list, or fields of an object; nothing has none. */
export function countOf(value: unknown): Assigned {
  if (isNothing(value)) return { value: 0 };
  return typeof value === "object" && value !== null
    ? { value: Object.keys(value).length }
    : { error: "not-a-list" };
}

/** The fields of both; the added ones win. */
export function merged(current: unknown, addition: unknown): Assigned {
  const before = isNothing(current) ? {} : current;
  return isObject(before) && isObject(addition)
    ? { value: { ...before, ...addition } }
    : { error: "not-an-object" };
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
