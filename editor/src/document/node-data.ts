/** A node's data in the shape its forms expect, also while a field is still empty or too long. */
import { isNodeType, type NodeEnvelope, type NodeSpec, nodeSpec } from "@hilo/flow-engine";

type Data = Record<string, unknown>;

/** Refusals of zod that leave the value's shape right: the form shows them, the card can draw them. */
const HARMLESS = new Set(["too_small", "too_big", "invalid_format", "custom", "not_multiple_of"]);

const read = new WeakMap<Data, Data>();

/**
 * Data by the node type's schema, with its defaults. Where a field does not have the right shape (an older or a
 * hand-written definition) the type's default stands in for it. An unknown type's data comes back as it is.
 */
export function nodeData(node: NodeEnvelope): Data {
  const cached = read.get(node.data);
  if (cached) return cached;
  const data = isNodeType(node.type) ? shaped(nodeSpec(node.type), node.data) : node.data;
  read.set(node.data, data);
  return data;
}

export function defaultData(type: string): Data {
  return isNodeType(type) ? record(nodeSpec(type).defaults) : {};
}

function shaped(spec: NodeSpec, raw: Data): Data {
  const parsed = spec.schema.safeParse(raw);
  if (parsed.success) return record(parsed.data);
  const defaults = record(spec.defaults);
  const broken = new Set<PropertyKey>();
  for (const issue of parsed.error.issues) {
    const key = issue.path[0];
    if (key !== undefined && !HARMLESS.has(issue.code)) broken.add(key);
  }
  const sound = Object.fromEntries(Object.entries(raw).filter(([key]) => !broken.has(key)));
  return { ...defaults, ...sound };
}

function record(value: unknown): Data {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
