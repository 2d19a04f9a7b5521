/** Changes what a node says or does. An option that goes takes its edge along; a renamed one keeps it. */
import { type FlowDocument, findNode, withNode } from "../flow-document.ts";
import { nextOptionNumber } from "../ids.ts";

export interface UpdateData {
  nodeId: string;
  data: Record<string, unknown>;
}

export function updateData(doc: FlowDocument, { nodeId, data }: UpdateData): FlowDocument {
  const node = findNode(doc, nodeId);
  if (!node || node.data === data) return doc;
  const changed = { ...node, data };
  const used = nextOptionNumber(node);
  // A late tap on a deleted option must not take the branch of a new one: its number stays used.
  return withNode(doc, used > nextOptionNumber(changed) ? { ...changed, optionsUsed: used } : changed);
}
