/** Runs another flow with variables of its own, and takes what it is told to keep. */
import { defineNode, go, NEXT_PORT, type NodeProblem, type Ref } from "../define-node.ts";
import { ERROR_NAMES, ERROR_PORT, flowMissing } from "../error-policy.ts";
import { flowProblems, givenInputs, inputTexts, prepareInputs } from "../flow-inputs.ts";
import { variableNameProblems } from "../variable-names.ts";
import { type CallFlowData, callFlowSchema } from "./schema.ts";

function check(data: CallFlowData): NodeProblem[] {
  const names = [
    ...data.inputs.map(({ name }) => name),
    ...data.outputs.flatMap(({ from, to }) => [from, to]),
  ];
  return [...flowProblems(data.flow, "run"), ...variableNameProblems(names)];
}

export const callFlowNode = defineNode({
  type: "call-flow",
  group: "logic",
  summary: "Runs another flow with variables of its own, comes back, and keeps what it is told to.",
  version: 1,
  schema: callFlowSchema,
  defaults: { flow: "", inputs: [], outputs: [] },
  ports: () => [NEXT_PORT, { ...ERROR_PORT, label: "Not found, or failed" }],
  prepare: (data) => prepareInputs(data.inputs),
  enter(scope) {
    const { flow } = scope.data;
    const program = scope.ctx.programs(flow);
    if (!program) return flowMissing(scope, flow);
    return { kind: "call", flow, vars: givenInputs(scope, scope.prepared, program) };
  },
  returned(scope, vars) {
    for (const { from, to } of scope.data.outputs)
      scope.set(to, Object.hasOwn(vars, from) ? vars[from] : null);
    return go();
  },
  texts: (data) => inputTexts(data.inputs),
  refs: (data): Ref[] => [
    { kind: "flow", ref: data.flow },
    ...data.outputs.map(({ to }): Ref => ({ kind: "sets", name: to, ports: [NEXT_PORT.id] })),
    ...ERROR_NAMES.map((name): Ref => ({ kind: "sets", name, ports: [ERROR_PORT.id] })),
  ],
  check,
});
