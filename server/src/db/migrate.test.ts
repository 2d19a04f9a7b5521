// Which migrations are still to be applied, and which databases are refused.

import { describe, expect, it } from "vitest";
import { pendingOf } from "./migrate.ts";

const known = ["1_a", "2_b", "3_c"].map((name) => ({ name, sql: "", checksum: `sum-${name}` }));
const applied = (...names: string[]) => names.map((name) => ({ name, checksum: `sum-${name}` }));

describe("pendingOf", () => {
  it("is everything for an empty database, the rest for an older one, nothing for a current one", () => {
    expect(pendingOf(known, [])).toEqual(known);
    expect(pendingOf(known, applied("1_a", "2_b")).map((migration) => migration.name)).toEqual(["3_c"]);
    expect(pendingOf(known, applied("1_a", "2_b", "3_c"))).toEqual([]);
  });

  it("refuses a database that is newer, with a sentence that says what to do", () => {
    expect(() => pendingOf(known, applied("1_a", "9_z"))).toThrow(
      'The database has the migration "9_z", which this version of Hilo does not know: start the newer version',
    );
  });

  it("refuses a database whose migration had another text", () => {
    expect(() => pendingOf(known, [{ name: "1_a", checksum: "other" }])).toThrow(/"1_a" was changed/);
  });
});
