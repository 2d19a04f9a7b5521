/** How values of a conversation print in a text, in a URL and in a JSON body. */

import { utf8Bytes } from "../content/utf8.ts";

/** Where a template's output goes: it decides how the values filled in are escaped. */
export type RenderMode = "text" | "url" | "json";

/**
 * JSON with the keys of objects in the order in which PostgreSQL's jsonb gives them back: shorter ones first, then
 * by their bytes. So a text, or a loop, does not depend on whether its value has been stored yet.
 */
export function sortedJson(value: unknown): string {
  // Put in order first: a replacer would be called for each value, which is several times slower.
  return JSON.stringify(inOrder(value)) ?? "";
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  return "toJSON" in value && typeof value.toJSON === "function" ? inOrder(value.toJSON()) : sorted(value);
}

/** A JSON value as it will come back from storage: keys in jsonb's order, `-0` as 0, what is not there as null. */
export function asStored(value: unknown): unknown {
  const stored: unknown = JSON.parse(sortedJson(value) || "null");
  return stored;
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function sorted(object: object): object {
  const entries = Object.entries(object).map(([name, value]): [string, unknown] => [name, inOrder(value)]);
  // Names are unique, so the order is total.
  return Object.fromEntries(entries.sort(([a], [b]) => utf8Bytes(a) - utf8Bytes(b) || (a < b ? -1 : 1)));
}

/** How a value prints: nothing for null, JSON for objects, items joined for lists. */
export function stringify(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(stringify).join(", ");
  if (typeof value === "object") return sortedJson(value);
  return String(value);
}

/** Percent-encoded. A lone `.` or `..` would climb out of its path segment, so its dots are encoded twice. */
function printInUrl(value: unknown): string {
  const text = stringify(value).replace(/\p{Surrogate}/gu, "\ufffd");
  if (text === "." || text === "..") return text.replaceAll(".", "%252E");
  return encodeURIComponent(text);
}

/** A text is escaped to stand inside quotes; objects, lists, numbers and booleans are JSON as they are. */
function printInJson(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? JSON.stringify(value).slice(1, -1) : sortedJson(value);
}

export const PRINTERS: Readonly<Record<RenderMode, (value: unknown) => string>> = {
  text: stringify,
  url: printInUrl,
  json: printInJson,
};
