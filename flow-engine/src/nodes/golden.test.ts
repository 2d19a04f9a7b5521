/** Every node type's golden cases. `UPDATE_GOLDEN=1` writes what is: format it, and read each change before you keep it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type GoldenCase, goldenCaseSchema, NODE_ID, playCase } from "./golden-case.fixture.ts";
import { NODE_SPECS, nodeSpec } from "./index.ts";

const fileOf = (type: string, name: string) => fileURLToPath(new URL(`./${type}/${name}`, import.meta.url));

function readCases(type: string): GoldenCase[] {
  const file = fileOf(type, "cases.json");
  return existsSync(file) ? z.array(goldenCaseSchema).parse(JSON.parse(readFileSync(file, "utf8"))) : [];
}

/** The JSON of a schema's comment: `{ … }` between backticks, before the first import. */
function schemaExamples(type: string): unknown[] {
  const [comment = ""] = readFileSync(fileOf(type, "schema.ts"), "utf8").split("\nimport ", 1);
  return [...comment.matchAll(/`(\{.*?\})`/gs)].map(([, json = ""]) => JSON.parse(json));
}

for (const { type } of NODE_SPECS) {
  const spec = nodeSpec(type);
  const cases = readCases(type);

  describe(type, () => {
    for (const golden of cases) {
      test(golden.name, () => {
        const played = playCase(type, golden);
        if (process.env.UPDATE_GOLDEN) golden.expect = played;
        expect(played).toEqual(golden.expect);
      });
    }

    test("has golden cases, each with a name of its own", () => {
      expect(cases).not.toEqual([]);
      expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
      if (process.env.UPDATE_GOLDEN) writeFileSync(fileOf(type, "cases.json"), JSON.stringify(cases));
    });

    test("takes each of its ports in some case", () => {
      const declared = cases.flatMap(({ data }) => spec.ports(spec.schema.parse(data)).map(({ id }) => id));
      const traces = cases.flatMap((golden) => playCase(type, golden).trace);
      const taken = new Set(
        traces.flatMap((event) =>
          event.type === "port-taken" && event.nodeId === NODE_ID ? [event.port] : [],
        ),
      );
      expect([...new Set(declared)].filter((port) => !taken.has(port))).toEqual([]);
    });

    test("has a default and examples that parse", () => {
      expect(spec.schema.safeParse(spec.defaults).error).toBeUndefined();
      expect(schemaExamples(type)).not.toEqual([]);
      for (const example of schemaExamples(type)) {
        expect(spec.schema.safeParse(example).error, JSON.stringify(example)).toBeUndefined();
        expect(() => spec.prepare(spec.schema.parse(example))).not.toThrow();
      }
    });
  });
}
