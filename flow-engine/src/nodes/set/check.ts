/** What is wrong with the values of assignments, as far as it can be seen before they are filled in. */
import { readDuration } from "../../expressions/durations.ts";
import type { NodeProblem } from "../define-node.ts";
import { isLiteral } from "../text-field.ts";
import { readDigits } from "./arithmetic.ts";
import type { SetData } from "./schema.ts";

export function valueProblems(data: SetData): NodeProblem[] {
  return data.assignments.flatMap(({ name, operation, value }) => {
    if (!isLiteral(value)) return [];
    switch (operation) {
      case "pick":
      case "count":
        return value.trim() === "" ? [pathEmpty(name)] : [];
      case "add-time":
        return readDuration(value) ? [] : [unreadable(name, value, "a length of time", "2 days or -1 month")];
      case "round":
        return readDigits(value) === null ? [unreadable(name, value, "a number of decimals", "2")] : [];
      default:
        return [];
    }
  });
}

function pathEmpty(name: string): NodeProblem {
  const message = `For “${name}”, no path is given. Write which value to look at, as order.items[0].`;
  return { code: "path-empty", severity: "error", message };
}

function unreadable(name: string, value: string, form: string, example: string): NodeProblem {
  const message = `For “${name}”, “${value}” can't be read as ${form}. Write it like ${example}.`;
  return { code: "value-unreadable", severity: "error", message };
}
