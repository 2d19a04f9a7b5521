/** Uploaded tables as rows, whatever their size and signs. */
import fc from "fast-check";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { decodeText, readTable } from "./read-table.ts";

async function rowsOf(text: string): Promise<{ headers: string[]; rows: string[][] }> {
  const { headers, batches } = await readTable(text);
  const rows: string[][] = [];
  for await (const batch of batches) rows.push(...batch);
  return { headers, rows };
}

it("reads commas, semicolons and tabs, quotes and line ends in cells, and passes over empty lines", async () => {
  expect(await rowsOf('phone;name\r\n"+34";"a;b ""c""\nd"\r\n;\r\n\r\n1;2')).toEqual({
    headers: ["phone", "name"],
    rows: [
      ["+34", 'a;b "c"\nd'],
      ["1", "2"],
    ],
  });
  expect((await rowsOf("phone\tname\n1\t2\n")).rows).toEqual([["1", "2"]]);
  expect((await rowsOf("phone\n1\n2\n")).rows).toEqual([["1"], ["2"]]);
});

it("loses no row where the text is cut into pieces", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", ",", '"', "\n", " ", "7"), maxLength: 30 });
  const table = fc.array(fc.tuple(fc.nat().map(String), cell), { minLength: 8_000, maxLength: 9_000 });
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const text = Papa.unparse({ fields: ["phone", "name"], data: rows });
      expect(text.length).toBeGreaterThan(64 * 1024);
      expect((await rowsOf(text)).rows).toEqual(rows);
    }),
    { numRuns: 4 },
  );
});

it("a short row in many costs no more than a long one", async () => {
  const began = performance.now();
  const { rows } = await rowsOf(`phone\n${"1\n".repeat(50_000)}`);
  expect(rows).toHaveLength(50_000);
  expect(performance.now() - began).toBeLessThan(5_000);
});

it("what is too much or nothing is refused in words", async () => {
  await expect(rowsOf(`phone\n${"1\n".repeat(50_001)}`)).rejects.toThrow("more than 50000 rows");
  await expect(rowsOf(`${"a,".repeat(100)}a\n1\n`)).rejects.toThrow("more than 100 columns");
  await expect(rowsOf("phone\n\n")).rejects.toThrow("headers and no rows");
  await expect(rowsOf("\n \n")).rejects.toThrow("empty");
});

it("bytes are text in the encodings that spreadsheets write", () => {
  expect(decodeText(Buffer.from("\uFEFFñ"))).toBe("ñ");
  expect(decodeText(Buffer.from("\uFEFFñ", "utf16le"))).toBe("ñ");
  expect(decodeText(Buffer.from([0xf1, 0x80]))).toBe("ñ€");
});
