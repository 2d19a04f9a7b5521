/** Bytes → JSON, with limits and without rounding. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJson } from "./parse-json.ts";
import { scanJson } from "./scan-json.ts";

const read = (text: string) => parseJson(Buffer.from(text));

test("any JSON without large whole numbers is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), (text) => {
      const { bigIntegers } = scanJson(Buffer.from(text), 64);
      fc.pre(bigIntegers.length === 0 && !text.includes("__proto__"));
      expect(read(text)).toEqual({ ok: true, value: JSON.parse(text) });
    }),
    { numRuns: 1_000 },
  );
});

test("any bytes are read or refused, never thrown at", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      (bytes) => typeof parseJson(Buffer.from(bytes)).ok === "boolean",
    ),
    {
      numRuns: 2_000,
    },
  );
});

describe("whole numbers", () => {
  test.each([
    ["17841400000000001234", "17841400000000001234"],
    ["9007199254740993", "9007199254740993"],
    ["-9007199254740993", "-9007199254740993"],
    ["900719925474099", 900_719_925_474_099],
    ["1.00000000000000000001", 1],
    ["1e21", 1e21],
    ["1e400", Number.POSITIVE_INFINITY],
    ['"17841400000000001234"', "17841400000000001234"],
    [
      '"in a text: 17841400000000001234, \\" 17841400000000001234"',
      'in a text: 17841400000000001234, " 17841400000000001234',
    ],
  ])("%s is %j", (text, value) => {
    expect(read(`{"id":${text},"list":[${text}]}`)).toEqual({
      ok: true,
      value: { id: value, list: [value] },
    });
  });
});

describe("depth", () => {
  const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

  test("64 levels are read, 65 and 200,000 are refused", () => {
    expect(read(nested(64)).ok).toBe(true);
    expect(read(nested(65)).ok).toBe(false);
    expect(read("[".repeat(200_000))).toEqual({ ok: false, reason: expect.stringContaining("64") });
  });

  test("brackets inside texts are no levels, also after escaped quotes", () => {
    expect(read(JSON.stringify({ a: `\\"${"[{".repeat(200)}` })).ok).toBe(true);
  });
});

test("__proto__ is left out however it is written; the same word as a value stays", () => {
  const parsed = read('{"a":{"__proto__":{"x":1}},"b":{"\\u005f\\u005Fproto__":1},"c":"__proto__"}');
  expect(parsed).toEqual({ ok: true, value: { a: {}, b: {}, c: "__proto__" } });
  expect(Object.getPrototypeOf((parsed as { value: { a: object } }).value.a)).toBe(Object.prototype);
});

test("a byte order mark is passed over", () => {
  expect(read('\ufeff{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
});
