/** What can be wrong with a question before it is ever asked. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import type { NodeProblem } from "../define-node.ts";
import { patternProblems } from "../rule-checks.ts";
import { templateProblems } from "../template-fields.ts";
import { emptyProblems, lengthProblems, variableNameProblems } from "../text-problems.ts";
import type { AskData } from "./schema.ts";

export function checkAsk(data: AskData): NodeProblem[] {
  const limit = CHANNEL_LIMITS.whatsapp.text;
  const text = { code: "text", label: "the text", source: data.text, limit };
  const invalidText = {
    code: "text",
    label: "the text after a wrong answer",
    source: data.invalidText,
    limit,
  };
  return [
    ...emptyProblems([text]),
    ...lengthProblems([text, invalidText]),
    ...templateProblems([text, invalidText]),
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
