/** Gives a node a name of its own on the canvas; an empty one goes back to its type's. */
import { type FlowDocument, findNode, withNode } from "../flow-document.ts";

export interface RenameNode {
  nodeId: string;
  name: string;
}

/** As in the format. */
export const NODE_NAME_MAX = 80;

export function renameNode(doc: FlowDocument, { nodeId, name }: RenameNode): FlowDocument {
  const node = findNode(doc, nodeId);
  if (!node) return doc;
  const { name: old = "", ...unnamed } = node;
  const next = name.slice(0, NODE_NAME_MAX);
  if (old === next) return doc;
  return withNode(doc, next === "" ? unnamed : { ...node, name: next });
}
