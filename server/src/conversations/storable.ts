/** What people and far servers send, made storable: PostgreSQL's text has no NUL, and half of a surrogate pair is no character. */

/** Stands for a character that could not be read (U+FFFD), as decoders put it. */
const REPLACEMENT = "\uFFFD";
const NUL = "\u0000";

const isStorableText = (text: string): boolean => text.isWellFormed() && !text.includes(NUL);

export const storableText = (text: string): string =>
  isStorableText(text) ? text : text.toWellFormed().replaceAll(NUL, REPLACEMENT);

/** Whether `storable` would give the value back as it is. */
export function isStorable(value: unknown): boolean {
  if (typeof value === "string") return isStorableText(value);
  if (value === null || typeof value !== "object") return true;
  if (Array.isArray(value)) return value.every(isStorable);
  for (const [name, inner] of Object.entries(value))
    if (!isStorableText(name) || !isStorable(inner)) return false;
  return true;
}

/** A JSON value with all its texts and names storable; the same value when nothing has to change. */
export function storable(value: unknown): unknown {
  return isStorable(value) ? value : replaced(value);
}

function replaced(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(replaced);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [storableText(name), replaced(inner)]),
  );
}
