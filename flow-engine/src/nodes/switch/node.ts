/** Leaves by the first case that holds, or by `else`. */
import { type Comparison, compileRule, holds } from "../../expressions/conditions.ts";
import { defineNode, go, type NodeProblem, type Port } from "../define-node.ts";
import { factsOf } from "../facts.ts";
import { placed, ruleProblems, ruleReads, ruleTexts } from "../rule-checks.ts";
import { type SwitchData, switchSchema } from "./schema.ts";

interface PreparedCase {
  id: string;
  comparison: Comparison;
}

const ELSE_PORT: Port = { id: "else", label: "Otherwise", optional: true };

/** The cases as rules over the one value. */
const rulesOf = (data: SwitchData) =>
  placed(
    data.cases.map(({ operator, right }) => ({ left: data.value, operator, right })),
    ["cases"],
    "case",
  );

function idProblems(data: SwitchData): NodeProblem[] {
  const ids = [ELSE_PORT.id, ...data.cases.map(({ id }) => id)];
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...twice].map((id) => {
    return {
      code: "option-id-twice",
      severity: "error",
      message: `Two ways out have the id “${id}”. Give each its own.`,
    };
  });
}

export const switchNode = defineNode({
  type: "switch",
  group: "logic",
  summary: "Leaves by the first case that holds for a value, or by `else`.",
  version: 1,
  schema: switchSchema,
  defaults: { value: "answer", cases: [{ id: "case-0", operator: "equals", right: "" }] },
  ports: (data) => [
    ...data.cases.map(({ id, label, right }) => ({ id, label: label || right || id })),
    ELSE_PORT,
  ],
  prepare: (data): PreparedCase[] =>
    data.cases.map(({ id, operator, right }) => ({
      id,
      comparison: compileRule({ left: data.value, operator, right }),
    })),
  enter(scope) {
    const facts = factsOf(scope);
    const first = scope.prepared.find(({ comparison }) => holds(comparison, facts));
    return go(first ? first.id : ELSE_PORT.id);
  },
  texts: (data) => ruleTexts(rulesOf(data)),
  refs: (data) => ruleReads(rulesOf(data)),
  check: (data) => [...ruleProblems(rulesOf(data)), ...idProblems(data)],
});
