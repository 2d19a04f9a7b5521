/** Ways out that lead nowhere. The walk ends there, which is allowed but seldom meant. */
import { NEXT_PORT } from "../../nodes/define-node.ts";
import type { CheckedNode, FlowGraph } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";

export function checkOpenPorts(graph: FlowGraph): Problem[] {
  return graph.nodes.flatMap((node) => openPorts(graph, node));
}

function openPorts(graph: FlowGraph, node: CheckedNode): Problem[] {
  if (!node.sound) return [];
  const used = new Set(graph.edgesFrom(node.id).map((edge) => graph.portOf(edge)));
  const open = node.sound.ports.filter(({ id, optional }) => !optional && !used.has(id));
  return open.map(({ id, label }) => {
    if (node === graph.start) {
      return {
        code: "start-unconnected",
        severity: "error",
        nodeId: node.id,
        port: id,
        message: "Nothing follows the start.",
      };
    }
    const where = id === NEXT_PORT.id ? "" : ` at “${label}”`;
    return {
      code: "port-unconnected",
      severity: "warning",
      nodeId: node.id,
      port: id,
      message: `The flow ends after ${node.label}${where}: nothing is connected.`,
    };
  });
}
