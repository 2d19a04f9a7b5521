/** Leaves this flow for another one; a flow that called this one gets its turn when that one ends. */
import type { Variables } from "../../session/schema.ts";
import { defineNode, type NodeProblem, type Ref, type Scope } from "../define-node.ts";
import { ERROR_NAMES, ERROR_PORT, flowMissing } from "../error-policy.ts";
import { flowProblems, givenInputs, inputTexts, prepareInputs } from "../flow-inputs.ts";
import { variableNameProblems } from "../variable-names.ts";
import { type GoToFlowData, goToFlowSchema } from "./schema.ts";

function keptVariables(scope: Scope<GoToFlowData>): Variables {
  const { keepVariables, keep } = scope.data;
  const vars = scope.read("vars");
  const all: [string, unknown][] = typeof vars === "object" && vars !== null ? Object.entries(vars) : [];
  switch (keepVariables) {
    case "all":
      return Object.fromEntries(all);
    case "none":
      return {};
    case "listed":
      return Object.fromEntries(all.filter(([name]) => keep.includes(name)));
  }
}

function check({ flow, inputs, keepVariables, keep }: GoToFlowData): NodeProblem[] {
  const names = [...inputs.map(({ name }) => name), ...(keepVariables === "listed" ? keep : [])];
  return [...flowProblems(flow, "go to"), ...variableNameProblems(names)];
}

function refs({ flow, keepVariables, keep }: GoToFlowData): Ref[] {
  const kept = keepVariables === "listed" ? keep : [];
  return [
    { kind: "flow", ref: flow },
    ...kept.map((name): Ref => ({ kind: "reads", name, guarded: true })),
    ...ERROR_NAMES.map((name): Ref => ({ kind: "sets", name, ports: [ERROR_PORT.id] })),
  ];
}

export const goToFlowNode = defineNode({
  type: "go-to-flow",
  group: "logic",
  summary: "Leaves this flow for another one and does not come back.",
  version: 1,
  schema: goToFlowSchema,
  defaults: { flow: "", inputs: [], keepVariables: "all", keep: [] },
  ports: () => [{ ...ERROR_PORT, label: "Not found" }],
  prepare: (data) => prepareInputs(data.inputs),
  enter(scope) {
    const { flow } = scope.data;
    const program = scope.ctx.programs(flow);
    if (!program) return flowMissing(scope, flow);
    return {
      kind: "change-flow",
      flow,
      vars: givenInputs(scope, scope.prepared, program, keptVariables(scope)),
    };
  },
  texts: (data) => inputTexts(data.inputs),
  refs,
  check,
});
