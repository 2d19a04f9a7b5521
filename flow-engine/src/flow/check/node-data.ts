/** Unknown node types, data that does not parse, templates that do not compile, and what the node types check themselves. */
import type { NodeProblem, NodeSpec } from "../../nodes/define-node.ts";
import { isNodeType, nodeSpec } from "../../nodes/index.ts";
import { nodeProblems } from "../../nodes/node-facts.ts";
import { issueSentence } from "../issue-sentence.ts";
import type { CheckedNode, FlowGraph, SoundNode } from "./flow-graph.ts";
import { hasErrors, type Problem } from "./problem.ts";

export function checkNodeData(graph: FlowGraph): Problem[] {
  return graph.nodes.flatMap((node) =>
    node.sound ? soundProblems(node.id, node.sound) : unsoundProblems(node),
  );
}

function unsoundProblems({ id, type, label, envelope }: CheckedNode): Problem[] {
  if (!isNodeType(type)) {
    return [
      {
        code: "node-type-unknown",
        severity: "error",
        nodeId: id,
        message: `There is no node type “${type}”.`,
      },
    ];
  }
  const issues = nodeSpec(type).schema.safeParse(envelope.data).error?.issues ?? [];
  return issues.map((issue) => ({
    code: "node-data-invalid",
    severity: "error",
    nodeId: id,
    message: `${label}: ${issueSentence(issue, envelope.data)}`,
  }));
}

function soundProblems(nodeId: string, { spec, data }: SoundNode): Problem[] {
  return dataProblems(spec, data).map((problem) => ({ ...problem, nodeId }));
}

/** @param data as `spec.schema` parsed it, perhaps with texts of another language in it */
export function dataProblems(spec: NodeSpec, data: unknown): NodeProblem[] {
  const own = nodeProblems(spec, data);
  // A type's own check says best what is wrong; what it overlooks must not reach `compile` all the same.
  return hasErrors(own) ? own : [...own, ...preparation(spec, data)];
}

/** What `compile` would refuse. */
function preparation(spec: NodeSpec, data: unknown): NodeProblem[] {
  try {
    spec.prepare(data);
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ code: "node-data-invalid", severity: "error", message }];
  }
}
