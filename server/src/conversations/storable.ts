/** What people and far servers send, made storable: PostgreSQL's text has no NUL, and half of a surrogate pair is no character. */

/** Stands for a character that could not be read (U+FFFD), as decoders put it. */
const REPLACEMENT = "\uFFFD";
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export function storableText(text: string): string {
  return text.replaceAll("\u0000", REPLACEMENT).replace(LONE_SURROGATE, REPLACEMENT);
}

/** Whether `storable` would give the value back as it is. */
export function isStorable(value: unknown): boolean {
  if (typeof value === "string") return storableText(value) === value;
  if (value === null || typeof value !== "object") return true;
  const inner = Object.values(value).every(isStorable);
  return inner && (Array.isArray(value) || Object.keys(value).every(isStorable));
}

/** A JSON value with all its texts and names storable; the same value when nothing had to change. */
export function storable(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [storableText(name), storable(inner)]),
  );
}
