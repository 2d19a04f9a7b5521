/** Lists in binary form, read by a real PostgreSQL: each type gives back what went in. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAboutData } from "../../server/src/db/data-error.ts";
import * as lists from "../../server/src/db/lists.ts";
import { useTestDatabase } from "../support/database.ts";

const db = useTestDatabase();

async function readBack(type: string, list: Buffer): Promise<unknown[]> {
  const { rows } = await db.pool.query<{ value: unknown }>(`SELECT unnest($1::${type}[]) AS value`, [list]);
  return rows.map(({ value }) => value);
}

const same = <T>(value: T): T => value;

describe("a list", () => {
  it.each([
    [
      "uuid",
      lists.uuids,
      ["00000000-0000-7000-8000-00000000000a", null, "FFFFFFFF-ffff-8fff-bfff-ffffffffffff"],
    ],
    ["text", lists.texts, ["", null, 'a"b\\c{d},NULL', "año 👩🏽‍🚀", "x".repeat(200_000)]],
    ["bytea", lists.byteas, [Buffer.alloc(0), Buffer.from([0, 255, 92, 34]), null]],
    ["smallint", lists.smallints, [0, -32_768, 32_767, null]],
    ["int", lists.ints, [0, -2_147_483_648, 2_147_483_647, null]],
    ["real", lists.reals, [0, 1.5, -2.25, null]],
    ["boolean", lists.booleans, [true, null, false]],
  ] as const)("of %s comes back as it was", async (type, make, values) => {
    const list = (make as (rows: readonly unknown[], pick: (row: unknown) => unknown) => Buffer)(
      values,
      same,
    );
    expect(await readBack(type, list)).toEqual(
      type === "uuid" ? values.map((value) => (value as string | null)?.toLowerCase() ?? null) : values,
    );
  });

  it("of bigint takes numbers and what the database wrote, which are texts", async () => {
    const values = ["999999999999999999", "-1", 42, null];
    expect(await readBack("bigint", lists.bigints(values, same))).toEqual([
      "999999999999999999",
      "-1",
      "42",
      null,
    ]);
  });

  it("of JSON is JSON there", async () => {
    const values = [{ a: ['"', "…"] }, null, 'text "quoted"'];
    const list = lists.jsons(values, (value) => value && JSON.stringify(value));
    expect(await readBack("json", list)).toEqual(values);
  });

  it("of moments keeps each millisecond, before and after 2000", async () => {
    const moments = fc.date({
      min: new Date("0001-01-01"),
      max: new Date("9999-12-31T23:59:59.999Z"),
      noInvalidDate: true,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(moments, { minLength: 1, maxLength: 20 }), async (values) => {
        expect(await readBack("timestamptz", lists.times(values, same))).toEqual(values);
        const texts = values.map((value) => value.toISOString());
        expect(await readBack("timestamptz", lists.times(texts, same))).toEqual(values);
      }),
      { numRuns: 30 },
    );
  });

  it("of ids that repeat has each in its place", async () => {
    const ids = fc.array(
      fc.constantFrom(null, crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()),
    );
    await fc.assert(
      fc.asyncProperty(ids, async (values) => {
        expect(await readBack("uuid", lists.uuids(values, same))).toEqual(values);
      }),
      { numRuns: 50 },
    );
  });

  it("of nothing has no rows", async () => {
    expect(await readBack("uuid", lists.uuids([], same))).toEqual([]);
    expect(await readBack("text", lists.texts([], same))).toEqual([]);
  });

  it.each([
    ["an id", () => lists.uuids([""], same)],
    ["an id of digits", () => lists.uuids(["zz000000-0000-7000-8000-000000000000"], same)],
    ["a whole id", () => lists.uuids(["00000000-0000-7000-8000-0000000000"], same)],
    ["an id in ASCII", () => lists.uuids(["é".repeat(36)], same)],
    ["a moment", () => lists.times([new Date(Number.NaN)], same)],
    ["a written moment", () => lists.times(["soon"], same)],
    ["a small number", () => lists.smallints([32_768], same)],
    ["a number without a fraction", () => lists.ints([1.5], same)],
    ["a number of its size", () => lists.ints([-(2 ** 31) - 1], same)],
    ["a written number", () => lists.bigints(["1.5"], same)],
  ])("is not made of what is not %s, which counts as a fault of the data", (_what, make) => {
    let error: unknown;
    try {
      make();
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(RangeError);
    expect(isAboutData(error)).toBe(true);
  });
});
