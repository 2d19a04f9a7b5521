/** What can be wrong with a question before it is ever asked. */
import type { NodeProblem } from "../define-node.ts";
import { patternProblems } from "../rule-checks.ts";
import { variableNameProblems } from "../variable-names.ts";
import type { AskData } from "./schema.ts";

export function checkAsk(data: AskData): NodeProblem[] {
  return [
    ...variableNameProblems([data.saveAs]),
    ...(data.pattern ? patternProblems(data.pattern, "this question") : []),
    ...boundProblems(data),
  ];
}

function boundProblems({ kind, pattern, min, max }: AskData): NodeProblem[] {
  const problems: NodeProblem[] = [];
  if (pattern && kind !== "text") {
    problems.push({
      code: "pattern-unused",
      severity: "warning",
      message: "A pattern is looked at in text answers only. Take it out, or ask for text.",
    });
  }
  if (min !== undefined && max !== undefined && min > max) {
    problems.push({
      code: "bounds-crossed",
      severity: "error",
      message: `No answer can be at least ${min} and at most ${max}. Correct the bounds.`,
    });
  }
  return problems;
}
