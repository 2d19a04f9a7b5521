/** How values of a conversation print in a text, in a URL and in a JSON body. */

/** Where a template's output goes: it decides how the values filled in are escaped. */
export type RenderMode = "text" | "url" | "json";

/** How a value prints: nothing for null, JSON for objects, items joined for lists. */
export function stringify(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(stringify).join(", ");
  if (typeof value === "object") return JSON.stringify(value);
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
  return typeof value === "string" ? JSON.stringify(value).slice(1, -1) : JSON.stringify(value);
}

export const PRINTERS: Readonly<Record<RenderMode, (value: unknown) => string>> = {
  text: stringify,
  url: printInUrl,
  json: printInJson,
};
