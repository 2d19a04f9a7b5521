import { expect, it } from "vitest";
import { NODE_SPECS } from "../nodes/index.ts";
import { flowJsonSchema } from "./json-schema.ts";

/** Value at a path of keys; undefined when there is none. */
function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (parent, key) => (typeof parent === "object" && parent !== null ? Reflect.get(parent, key) : undefined),
    value,
  );
}

const schema = flowJsonSchema();

it("asks only for what has no default", () => {
  expect(schema.required).toEqual(["format", "name", "nodes"]);
  expect(at(schema, "properties", "format", "const")).toBe("hilo.flow/1");
});

it("describes the data of every node type", () => {
  const branches = NODE_SPECS.map((_, index) => at(schema, "properties", "nodes", "items", "allOf", index));
  const types = branches.map((branch) => at(branch, "if", "properties", "type", "const"));
  expect(types).toEqual(NODE_SPECS.map(({ type }) => type));
  const buttons = branches[types.indexOf("buttons")];
  expect(at(buttons, "then", "properties", "data", "required")).toEqual(["text", "options"]);
  expect(at(buttons, "then", "properties", "data", "properties", "options", "maxItems")).toBe(13);
});

it("is plain JSON", () => {
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
});
