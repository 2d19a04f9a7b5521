/** All static checks of a flow, in one list. */

import { withStart } from "../compile.ts";
import { parseFlow } from "../parse.ts";
import { checkDanglingEdges } from "./dangling-edges.ts";
import { checkDuplicateIds } from "./duplicate-ids.ts";
import { type FlowGraph, flowGraph } from "./flow-graph.ts";
import { checkLoops } from "./loops.ts";
import { checkMissingFlows } from "./missing-flows.ts";
import { checkNodeData } from "./node-data.ts";
import { checkOpenPorts } from "./open-ports.ts";
import { type Problem, sortProblems } from "./problem.ts";
import { checkTriggers } from "./triggers.ts";
import { checkUnreachableNodes } from "./unreachable-nodes.ts";

export interface CheckOptions {
  /** Ids and names of the flows that can be called. Absent: calls are not checked. */
  knownFlows?: ReadonlySet<string>;
}

type Check = (graph: FlowGraph, options: CheckOptions) => Problem[];

const CHECKS: readonly Check[] = [
  checkDuplicateIds,
  checkNodeData,
  checkDanglingEdges,
  checkOpenPorts,
  checkUnreachableNodes,
  checkLoops,
  checkMissingFlows,
  checkTriggers,
];

/**
 * Everything wrong with a definition, errors first. Never throws, whatever the JSON.
 * Without an error in it, `compile` succeeds.
 */
export function check(definition: unknown, options: CheckOptions = {}): Problem[] {
  const parsed = parseFlow(definition);
  if (!parsed.ok) return sortProblems(parsed.problems, []);
  const graph = flowGraph(parsed.flow);
  const problems = CHECKS.flatMap((find) => find(graph, options));
  return sortProblems(
    problems,
    withStart(parsed.flow.nodes).map(({ id }) => id),
  );
}
