/** All static checks of a flow, in one list. */

import { withStart } from "../compile.ts";
import { parseFlow } from "../parse.ts";
import { checkCallCycles } from "./call-cycles.ts";
import { checkDanglingEdges } from "./dangling-edges.ts";
import { checkDuplicateIds } from "./duplicate-ids.ts";
import { type FlowGraph, flowGraph } from "./flow-graph.ts";
import { checkFlowLoops } from "./flow-loops.ts";
import { checkLongWalks } from "./long-walks.ts";
import { checkLongestValues } from "./longest-values.ts";
import { checkLoops } from "./loops.ts";
import { checkMissingFlows } from "./missing-flows.ts";
import { checkMissingNodes } from "./missing-nodes.ts";
import { checkMissingReferences } from "./missing-references.ts";
import { checkNodeData } from "./node-data.ts";
import { checkOpenPorts } from "./open-ports.ts";
import { type Problem, sortProblems } from "./problem.ts";
import { checkSecretsInText } from "./secrets-in-text.ts";
import { checkSilence } from "./silence.ts";
import { type Summaries, summariesOf, summaryOf } from "./summaries.ts";
import { checkTranslations } from "./translations.ts";
import { checkTriggers } from "./triggers.ts";
import { checkUnreachableNodes } from "./unreachable-nodes.ts";
import { checkUnusedVariables } from "./unused-variables.ts";
import { checkVariables } from "./variables.ts";

export interface CheckOptions {
  /** Ids and names of the flows that can be called. Absent: calls are not checked. */
  knownFlows?: ReadonlySet<string>;
  /** Definitions of other flows by id and by name: calls that go round are found in them. */
  flows?: ReadonlyMap<string, unknown>;
  /** What else the workspace has, by name. Absent: not checked. */
  known?: {
    secrets?: ReadonlySet<string>;
    teams?: ReadonlySet<string>;
    /** As `name/language`: those that may be sent. */
    templates?: ReadonlySet<string>;
  };
}

type Check = (graph: FlowGraph, options: CheckOptions) => Problem[];

const CHECKS: readonly Check[] = [
  checkDuplicateIds,
  checkNodeData,
  checkDanglingEdges,
  checkOpenPorts,
  checkUnreachableNodes,
  checkMissingFlows,
  checkMissingNodes,
  checkMissingReferences,
  checkVariables,
  checkUnusedVariables,
  checkLongestValues,
  checkSilence,
  checkTranslations,
  checkSecretsInText,
  checkTriggers,
];

/** Those that look into the flows that this one runs. */
const ACROSS: readonly ((graph: FlowGraph, summaries: Summaries) => Problem[])[] = [
  checkCallCycles,
  checkLoops,
  checkLongWalks,
  checkFlowLoops,
];

/**
 * Everything wrong with a definition, errors first. Never throws, whatever the JSON.
 * Without an error in it, `compile` succeeds.
 */
export function check(definition: unknown, options: CheckOptions = {}): Problem[] {
  const parsed = parseFlow(definition);
  if (!parsed.ok) return sortProblems(parsed.problems, []);
  const graph = flowGraph(parsed.flow);
  // Others may run this very flow: as it is now, not as it was saved.
  const summaries = new Map(summariesOf(options.flows)).set(graph.flow.name, summaryOf(graph));
  const problems = [
    ...CHECKS.flatMap((find) => find(graph, options)),
    ...ACROSS.flatMap((find) => find(graph, summaries)),
  ];
  return sortProblems(
    problems,
    withStart(parsed.flow.nodes).map(({ id }) => id),
  );
}
