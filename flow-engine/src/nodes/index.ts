/** Every node type, in palette order. `NodeType` derives from this list. */
import { endNode } from "./end/node.ts";
import { startNode } from "./start/node.ts";
import { textNode } from "./text/node.ts";
import type { NodeSpec } from "./define-node.ts";

export const NODE_SPECS = [startNode, textNode, endNode] as const;

export type NodeType = (typeof NODE_SPECS)[number]["type"];

const byType: ReadonlyMap<string, NodeSpec> = new Map(NODE_SPECS.map((spec): [string, NodeSpec] => [spec.type, spec]));

export function isNodeType(type: string): type is NodeType {
  return byType.has(type);
}

/** @throws Error on a type that `isNodeType` refuses: programs hold only known types */
export function nodeSpec(type: string): NodeSpec {
  const spec = byType.get(type);
  if (!spec) throw new Error(`unknown node type ${type}`);
  return spec;
}
