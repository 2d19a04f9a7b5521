/** JSON Schema of `hilo.flow/1`, for editors and generators outside Hilo: the envelope, and each node type's data. */
import { z } from "zod";
import { NODE_SPECS, nodeSpec } from "../nodes/index.ts";
import { flowSchema } from "./schema.ts";

type JsonObject = Record<string, unknown>;

/** As authors write it: everything with a default is optional. */
export function flowJsonSchema(): JsonObject {
  const flow: JsonObject = { ...z.toJSONSchema(flowSchema, { io: "input" }) };
  const properties = object(flow.properties);
  const nodes = object(properties.nodes);
  return {
    ...flow,
    title: "Hilo flow",
    properties: {
      ...properties,
      nodes: { ...nodes, items: { ...object(nodes.items), allOf: dataByType() } },
    },
  };
}

/** What the data of one type holds, with the words of each field. @throws for a type there is none of */
export function nodeDataJsonSchema(type: string): JsonObject {
  const { $schema: _, ...data } = z.toJSONSchema(nodeSpec(type).schema, { io: "input" });
  return data;
}

function dataByType(): JsonObject[] {
  return NODE_SPECS.map(({ type }) => ({
    if: { properties: { type: { const: type } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, not a promise
    then: { properties: { data: nodeDataJsonSchema(type) } },
  }));
}

function object(value: unknown): JsonObject {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
