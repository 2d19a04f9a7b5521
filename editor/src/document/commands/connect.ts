/** Leads a port to a node. A port has one edge: the new one takes the place of the old. */
import { type FlowDocument, findNode, portOf } from "../flow-document.ts";
import { nextEdgeId } from "../ids.ts";
import { hasPort } from "../ports.ts";

export interface Connect {
  source: string;
  port: string;
  target: string;
}

/** Whether the canvas may draw this connection. */
export function canConnect(doc: FlowDocument, { source, port, target }: Connect): boolean {
  const from = findNode(doc, source);
  const to = findNode(doc, target);
  return from !== undefined && to !== undefined && to.type !== "start" && hasPort(from, port);
}

export function connect(doc: FlowDocument, link: Connect): FlowDocument {
  if (!canConnect(doc, link)) return doc;
  const { source, port, target } = link;
  const old = doc.edges.find((edge) => edge.source === source && portOf(edge) === port);
  if (old?.target === target) return doc;
  const edge = { id: nextEdgeId(doc), source, sourceHandle: port, target };
  return { ...doc, edges: [...doc.edges.filter((other) => other !== old), edge] };
}
