/** What can be wrong with a question before it is ever asked. */
import { optionProblems } from "../choice.ts";
import type { NodeProblem } from "../define-node.ts";
import { patternProblems } from "../rule-checks.ts";
import { variableNameProblems } from "../variable-names.ts";
import type { AskData } from "./schema.ts";

export function checkAsk(data: AskData): NodeProblem[] {
  return [
    ...variableNameProblems([data.saveAs]),
    ...(data.pattern ? patternProblems(data.pattern, "this question") : []),
    ...boundProblems(data),
    ...choiceProblems(data),
  ];
}

function choiceProblems({ kind, options = [], multiple }: AskData): NodeProblem[] {
  const problem = (code: string, message: string): NodeProblem => ({ code, severity: "error", message });
  if (kind !== "choice") return [];
  if (options.length === 0)
    return [problem("options-missing", "There is nothing to choose from. Add options.")];
  const { min = 1, max = options.length } = multiple ?? {};
  const crossed = multiple && (min > max || min > options.length);
  return [
    ...optionProblems(options, "option"),
    ...(crossed
      ? [
          problem(
            "bounds-crossed",
            `Nobody can choose at least ${min} of ${options.length}, and at most ${max}. Correct the bounds.`,
          ),
        ]
      : []),
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
