/** Tables of contacts: what is written is read again, and nothing in it is a formula. */
import fc from "fast-check";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { csvLines, readTags, tagsCell, unguarded } from "./csv.ts";

it("guards what a spreadsheet would run, and only that", () => {
  expect(csvLines([["=1+1", "+57300", "-1", "@x", "\tx", "\rx", "a=1", "'quoted", ""]])).toBe(
    `"'=1+1","'+57300","'-1","'@x","'\tx","'\rx",a=1,'quoted,\r\n`,
  );
  expect(csvLines([])).toBe("");
});

it("whatever is in the cells comes back as it was", () => {
  // An apostrophe before such a sign is read as the guard, also where somebody wrote it.
  const cell = fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => !/^'[=+\-@\t\r]/.test(text));
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      (rows) => {
        const { data } = Papa.parse<string[]>(csvLines(rows), { delimiter: ",", newline: "\r\n" });
        expect(data.slice(0, -1).map((row) => row.map(unguarded))).toEqual(rows);
      },
    ),
  );
});

it("tags of one cell are parted by semicolons, or by commas when there are none", () => {
  expect(readTags("vip; new ;vip;")).toEqual(["vip", "new"]);
  expect(readTags("vip, new")).toEqual(["vip", "new"]);
  expect(readTags(tagsCell(["Madrid, Spain", "vip"]))).toEqual(["Madrid, Spain", "vip"]);
  expect(readTags(" ")).toEqual([]);
});
