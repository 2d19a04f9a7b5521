/** Names that variables of a flow can have. */
import { RESERVED_NAMES } from "../step/environment.ts";
import type { NodeProblem } from "./define-node.ts";

/** What templates can read without brackets. */
const VARIABLE_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u;

export function variableNameProblems(names: readonly (string | undefined)[]): NodeProblem[] {
  return names.flatMap((name): NodeProblem[] => {
    if (name === undefined || name === "") return [];
    if (RESERVED_NAMES.has(name)) {
      const message = `No variable can be called “${name}”: the name is taken. Choose another.`;
      return [{ code: "variable-reserved", severity: "error", message }];
    }
    if (VARIABLE_NAME.test(name)) return [];
    const message = `A variable can't be called “${name}”: use letters, digits, _ and - only, and begin with a letter.`;
    return [{ code: "variable-name", severity: "error", message }];
  });
}
