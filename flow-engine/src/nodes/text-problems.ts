/** Checks that many node types share: a text that is empty or too long, a variable name that can't be used. */
import { RESERVED_NAMES } from "../step/environment.ts";
import type { NodeProblem } from "./define-node.ts";
import { literalLength, type TemplateField } from "./template-fields.ts";

/** `code` is the beginning of the problem's code: `title` gives `title-empty`, `title-too-long`. */
export interface LimitedText extends TemplateField {
  code: string;
  /** Most characters that WhatsApp takes. */
  limit: number;
}

const error = (code: string, message: string): NodeProblem => ({ code, severity: "error", message });

const capitalized = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);

export function emptyProblems(fields: readonly LimitedText[]): NodeProblem[] {
  return fields.flatMap(({ code, label, source }) =>
    source?.trim() ? [] : [error(`${code}-empty`, `${capitalized(label)} is empty. Write it.`)],
  );
}

export function lengthProblems(fields: readonly LimitedText[]): NodeProblem[] {
  return fields.flatMap(({ code, label, source, limit }) => {
    const length = literalLength(source ?? "");
    if (length <= limit) return [];
    return [
      error(
        `${code}-too-long`,
        `${capitalized(label)} has ${length} characters and WhatsApp takes ${limit}. Shorten it.`,
      ),
    ];
  });
}

/** What templates can read without brackets. */
const VARIABLE_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u;

export function variableNameProblems(names: readonly (string | undefined)[]): NodeProblem[] {
  return names.flatMap((name) => {
    if (name === undefined || name === "") return [];
    if (RESERVED_NAMES.has(name)) {
      return [
        error("variable-reserved", `No variable can be called “${name}”: the name is taken. Choose another.`),
      ];
    }
    if (VARIABLE_NAME.test(name)) return [];
    return [
      error(
        "variable-name",
        `A variable can't be called “${name}”: use letters, digits, _ and - only, and begin with a letter.`,
      ),
    ];
  });
}
