/** Numbers as people write them, with either decimal sign and any grouping. */

/** At most this many characters are read as a number: longer digits lose precision anyway. */
const MAX_NUMBER_CHARS = 40;

const PLAIN = /^[+-]?(\d+([.,]\d+)?|[.,]\d+)$/;
const GROUPED_BY_DOT = /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/;
const GROUPED_BY_COMMA = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const GROUP_SPACES = /(?<=\d)[\s\u00a0\u202f'](?=\d{3}(\D|$))/g;
const MACHINE = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/**
 * A number a person wrote: `"1.234,5"`, `"1,234.5"` and `"1 234,5"` → 1234.5, `"3,5"` and `"3.5"` → 3.5.
 * A lone sign before exactly three digits groups thousands (`"1.500"` and `"1,500"` → 1500).
 * @returns null when the text is not one finite number
 */
export function parseNumber(text: string): number | null {
  const compact = text.trim().replace(GROUP_SPACES, "");
  if (compact.length > MAX_NUMBER_CHARS) return null;
  if (GROUPED_BY_DOT.test(compact)) return finite(compact.replaceAll(".", "").replace(",", "."));
  if (GROUPED_BY_COMMA.test(compact)) return finite(compact.replaceAll(",", ""));
  return PLAIN.test(compact) ? finite(compact.replace(",", ".")) : null;
}

function finite(text: string): number | null {
  const value = Number(text);
  // `-0` would not survive JSON.
  return Number.isFinite(value) ? value + 0 : null;
}

/** The number a value stands for: as machines write it first (`"1.500"` of an API is 1.5), else as people do. */
export function toNumber(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string") return null;
  return MACHINE.test(value.trim()) ? finite(value) : parseNumber(value);
}
