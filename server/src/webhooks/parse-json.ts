/** A webhook body's bytes as JSON: refused when nested absurdly, ids kept to the last digit, no key that reaches a prototype. Pure. */
import { scanJson } from "./scan-json.ts";

/** Meta's bodies nest about a dozen levels. */
const MAX_DEPTH = 64;

export type ParsedJson = { ok: true; value: unknown } | { ok: false; reason: string };

export function parseJson(bytes: Buffer): ParsedJson {
  const { depth, bigIntegers } = scanJson(bytes, MAX_DEPTH);
  if (depth > MAX_DEPTH) return { ok: false, reason: `The body nests deeper than ${MAX_DEPTH} levels.` };
  const text = withoutByteOrderMark(
    bigIntegers.length === 0 ? bytes.toString("utf8") : quoted(bytes, bigIntegers),
  );
  try {
    return { ok: true, value: parse(text) };
  } catch {
    return { ok: false, reason: "The body is not JSON." };
  }
}

/** `__proto__`, also when written with \u escapes, is left out; bodies without it take the fast way. */
function parse(text: string): unknown {
  if (!text.includes("__proto__") && !text.includes("\\u005f") && !text.includes("\\u005F"))
    return JSON.parse(text);
  return JSON.parse(text, function (this: unknown, key: string, value: unknown) {
    return key === "__proto__" ? undefined : value;
  });
}

/** Integers beyond 2^53 become strings: ids are compared, never counted with. */
function quoted(bytes: Buffer, ranges: readonly [number, number][]): string {
  const parts: Buffer[] = [];
  const quote = Buffer.from('"');
  let from = 0;
  for (const [start, end] of ranges) {
    parts.push(bytes.subarray(from, start), quote, bytes.subarray(start, end), quote);
    from = end;
  }
  parts.push(bytes.subarray(from));
  return Buffer.concat(parts).toString("utf8");
}

const withoutByteOrderMark = (text: string) => (text.startsWith("\ufeff") ? text.slice(1) : text);
