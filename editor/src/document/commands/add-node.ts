/** Puts a new node on the canvas; with `from`, the port it was dragged from leads to it. */

import { type FlowDocument, findNode } from "../flow-document.ts";
import { defaultData } from "../node-data.ts";
import { ports } from "../ports.ts";
import { connect } from "./connect.ts";

export interface AddNode {
  /** From `nextNodeId`, so that the caller can select what it adds. */
  id: string;
  type: string;
  position: { x: number; y: number };
  data?: Record<string, unknown>;
  from?: { source: string; port: string };
}

export function addNode(doc: FlowDocument, { id, type, position, data, from }: AddNode): FlowDocument {
  if (findNode(doc, id) || type === "start") return doc;
  const node = { id, type, data: data ?? defaultData(type), position };
  const added = { ...doc, nodes: [...doc.nodes, node] };
  return from ? connect(added, { ...from, target: id }) : added;
}

/** The port a new node goes on by, when something has to follow it. */
export function firstPort(doc: FlowDocument, id: string): string | undefined {
  const node = findNode(doc, id);
  return node && ports(node)[0]?.id;
}
