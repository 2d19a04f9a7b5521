/** Runs another flow with variables of its own, and takes what it is told to keep. */
import { compileTemplate, type Template } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT, type NodeProblem } from "../define-node.ts";
import { templateProblems, templateReads } from "../template-fields.ts";
import { variableNameProblems } from "../text-problems.ts";
import { type CallFlowData, callFlowSchema } from "./schema.ts";

interface PreparedInput {
  name: string;
  value: Template;
}

function check(data: CallFlowData): NodeProblem[] {
  const names = [
    ...data.inputs.map(({ name }) => name),
    ...data.outputs.flatMap(({ from, to }) => [from, to]),
  ];
  const values = data.inputs.map(({ name, value }) => ({ label: `the value of ${name}`, source: value }));
  return [...flowProblems(data), ...variableNameProblems(names), ...templateProblems(values)];
}

function flowProblems(data: CallFlowData): NodeProblem[] {
  if (data.flow.trim() !== "") return [];
  return [{ code: "flow-empty", severity: "error", message: "No flow is chosen. Choose the flow to run." }];
}

export const callFlowNode = defineNode({
  type: "call-flow",
  version: 1,
  schema: callFlowSchema,
  defaults: { flow: "", inputs: [], outputs: [] },
  ports: () => [NEXT_PORT, { id: "error", label: "Flow not found", optional: true }],
  prepare: (data): PreparedInput[] =>
    data.inputs.map(({ name, value }) => ({ name, value: compileTemplate(value) })),
  enter(scope) {
    const { flow } = scope.data;
    if (scope.ctx.programs(flow) === undefined && scope.connected("error")) {
      scope.record({
        type: "error",
        nodeId: scope.nodeId,
        code: "flow-missing",
        message: `flow ${flow} is not published`,
      });
      return go("error");
    }
    const vars = Object.fromEntries(scope.prepared.map(({ name, value }) => [name, scope.render(value)]));
    return { kind: "call", flow, vars };
  },
  returned(scope, vars) {
    for (const { from, to } of scope.data.outputs)
      scope.set(to, Object.hasOwn(vars, from) ? vars[from] : null);
    return go();
  },
  refs: (data) => [
    { kind: "flow", ref: data.flow },
    ...templateReads(data.inputs.map(({ value }) => value)),
    ...data.outputs.map(({ to }) => ({ kind: "sets" as const, name: to })),
  ],
  check,
});
