/** Exports of other products, imported: no errors are left in the flows, every element is in the report, and they play. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { elementsOf } from "./elements.fixture.ts";
import { importFlows, importKind } from "./import-flows.ts";

const read = (path: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8"));
const fixtures = (["typebot", "rapidpro"] as const).flatMap((kind) =>
  readdirSync(fileURLToPath(new URL(`${kind}/fixtures`, import.meta.url))).map((file) => ({ kind, file })),
);

describe.each(fixtures)("$kind/$file", ({ kind, file }) => {
  const source = read(`${kind}/fixtures/${file}`);

  it("is told by its shape", () => expect(importKind(source)).toBe(kind));

  it("leaves no error in its flows", () => {
    for (const { problems } of importFlows(source).flows)
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("has every element of the source in the report, once", () => {
    const { flows, report } = importFlows(source);
    const told = [...flows.flatMap((flow) => flow.report), ...report].map(
      ({ kind: of, id }) => `${of} ${id}`,
    );
    expect(told.sort()).toEqual(elementsOf(kind, source).sort());
  });

  it("gives a reason for all that is not as it was", () => {
    const { flows, report } = importFlows(source);
    for (const entry of [...flows.flatMap((flow) => flow.report), ...report])
      expect(entry.why === "", JSON.stringify(entry)).toBe(entry.outcome === "carried");
  });

  it("comes out the same each time", () => {
    expect(JSON.stringify(importFlows(source))).toBe(JSON.stringify(importFlows(structuredClone(source))));
  });
});
