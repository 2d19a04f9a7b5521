/** The reference pages say what every field is for: each has words of its own in its schema. */
import { expect, test } from "vitest";
import { z } from "zod";
import { NODE_SPECS } from "./index.ts";

/** Dotted paths of the properties of a JSON schema that say nothing of themselves. */
function undescribed(schema: unknown, path: readonly string[] = []): string[] {
  if (Array.isArray(schema)) return schema.flatMap((each) => undescribed(each, path));
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key !== "properties") return undescribed(value, path);
    return Object.entries(Object(value)).flatMap(([name, property]) => {
      const here = [...path, name];
      const said: unknown = Reflect.get(Object(property), "description");
      const own = typeof said === "string" && said.trim() !== "" ? [] : [here.join(".")];
      return [...own, ...undescribed(property, here)];
    });
  });
}

test("a field without words is found at any depth", () => {
  const schema = z.object({
    a: z.string().describe("A."),
    list: z.array(z.union([z.object({ b: z.string() }), z.object({ c: z.number().describe(" ") })])),
  });
  expect(undescribed(z.toJSONSchema(schema))).toEqual(["list", "list.b", "list.c"]);
});

test.each(NODE_SPECS.map(({ type, schema }) => ({ type, schema })))(
  "every field of $type says what it is for",
  ({ schema }) => {
    expect(undescribed(z.toJSONSchema(schema, { io: "input" }))).toEqual([]);
  },
);
