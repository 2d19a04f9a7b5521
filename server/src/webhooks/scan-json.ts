/** One pass over a body's bytes before it is parsed: how deep it nests, and which whole numbers JavaScript would round. Pure. */

export interface JsonScan {
  depth: number;
  /** [start, end) of bare integers of 16 digits and more. */
  bigIntegers: [number, number][];
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const PLUS = 0x2b;
const DOT = 0x2e;

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isExponent = (byte: number | undefined) => byte === 0x65 || byte === 0x45;
/** `[` and `{` differ by one bit, as do `]` and `}`. */
const opens = (byte: number | undefined) => byte === 0x5b || byte === 0x7b;
const closes = (byte: number | undefined) => byte === 0x5d || byte === 0x7d;

/** Stops counting at `maxDepth` + 1: what comes after no longer matters. */
export function scanJson(bytes: Uint8Array, maxDepth: number): JsonScan {
  const bigIntegers: [number, number][] = [];
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (byte === QUOTE) {
      i = endOfString(bytes, i);
    } else if (opens(byte)) {
      depth += 1;
      if (depth > deepest) deepest = depth;
      if (deepest > maxDepth) break;
    } else if (closes(byte)) {
      depth -= 1;
    } else if (isDigit(byte) || byte === MINUS) {
      const end = endOfNumber(bytes, i);
      if (end - i >= 16 && isWhole(bytes, i, end)) bigIntegers.push([i, end]);
      i = end - 1;
    }
  }
  return { depth: deepest, bigIntegers };
}

/** Index of the closing quote, or the end of the bytes. */
function endOfString(bytes: Uint8Array, start: number): number {
  let i = start + 1;
  while (i < bytes.length && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1;
  return i;
}

function endOfNumber(bytes: Uint8Array, start: number): number {
  let i = start + 1;
  for (; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (!isDigit(byte) && byte !== DOT && byte !== PLUS && byte !== MINUS && !isExponent(byte)) break;
  }
  return i;
}

function isWhole(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i += 1) if (!isDigit(bytes[i])) return false;
  return true;
}
