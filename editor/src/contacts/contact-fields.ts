/** A contact's own fields as a form writes them, and what a form changed. Pure. */

export interface FieldRow {
  /** Of the row in the form; the name may be written still. */
  key: string;
  name: string;
  text: string;
}

/** A text as it is; anything else as JSON. */
export const fieldText = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

export const fieldRows = (fields: Readonly<Record<string, unknown>>): FieldRow[] =>
  Object.entries(fields).map(([name, value]) => ({ key: name, name, text: fieldText(value) }));

/** @returns what the API is to merge: null takes a field away; empty when nothing changed */
export function fieldChanges(
  before: Readonly<Record<string, unknown>>,
  rows: readonly FieldRow[],
): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  const named = new Map(rows.map(({ name, text }) => [name.trim(), text]));
  for (const name of Object.keys(before)) if (!named.has(name)) changes[name] = null;
  for (const [name, text] of named) {
    if (name === "") continue;
    const old = Object.hasOwn(before, name) ? before[name] : undefined;
    if (old !== undefined && fieldText(old) === text) continue;
    changes[name] = likeBefore(old, text);
  }
  return changes;
}

/** What was a number or a list stays one, as long as it can be read as such. */
function likeBefore(old: unknown, text: string): unknown {
  if (old === undefined || typeof old === "string") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
