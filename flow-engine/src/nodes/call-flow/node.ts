/** Runs another flow with variables of its own, and takes what it is told to keep. */
import { compileTemplate, type Template } from "../../expressions/templates.ts";
import {
  defineNode,
  go,
  NEXT_PORT,
  type NodeProblem,
  type Outcome,
  type Ref,
  type Scope,
} from "../define-node.ts";
import { ERROR_NAMES, ERROR_PORT } from "../error-policy.ts";
import type { TextField } from "../text-field.ts";
import { variableNameProblems } from "../variable-names.ts";
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
  return [...flowProblems(data), ...variableNameProblems(names)];
}

function texts(data: CallFlowData): TextField[] {
  return data.inputs.map(({ name, value }, at) => {
    const path = ["inputs", at, "value"];
    return { key: path.join("."), path, label: `the value of ${name}`, source: value, reader: "machine" };
  });
}

function flowProblems(data: CallFlowData): NodeProblem[] {
  if (data.flow.trim() !== "") return [];
  return [{ code: "flow-empty", severity: "error", message: "No flow is chosen. Choose the flow to run." }];
}

/** The flow to run is not there: by `error` when it leads somewhere, as when the called flow fails. */
function missing(scope: Scope<CallFlowData>): Outcome {
  const code = "flow-missing";
  const message = `flow ${scope.data.flow} is not published`;
  if (!scope.connected(ERROR_PORT.id)) return { kind: "fail", code, message };
  scope.record({ type: "error", nodeId: scope.nodeId, code, message });
  scope.set("error_code", code);
  scope.set("error_message", message);
  return go(ERROR_PORT.id);
}

export const callFlowNode = defineNode({
  type: "call-flow",
  group: "logic",
  summary: "Runs another flow with variables of its own, comes back, and keeps what it is told to.",
  version: 1,
  schema: callFlowSchema,
  defaults: { flow: "", inputs: [], outputs: [] },
  ports: () => [NEXT_PORT, { ...ERROR_PORT, label: "Not found, or failed" }],
  prepare: (data): PreparedInput[] =>
    data.inputs.map(({ name, value }) => ({ name, value: compileTemplate(value) })),
  enter(scope) {
    const { flow } = scope.data;
    if (scope.ctx.programs(flow) === undefined) return missing(scope);
    const vars = Object.fromEntries(scope.prepared.map(({ name, value }) => [name, scope.render(value)]));
    return { kind: "call", flow, vars };
  },
  returned(scope, vars) {
    for (const { from, to } of scope.data.outputs)
      scope.set(to, Object.hasOwn(vars, from) ? vars[from] : null);
    return go();
  },
  texts,
  refs: (data): Ref[] => [
    { kind: "flow", ref: data.flow },
    ...data.outputs.map(({ to }): Ref => ({ kind: "sets", name: to, ports: [NEXT_PORT.id] })),
    ...ERROR_NAMES.map((name): Ref => ({ kind: "sets", name, ports: [ERROR_PORT.id] })),
  ],
  check,
});
