/** “Set variable”, as far as it is no JavaScript. */

import { flagAt, recordAt, textAt } from "../values.ts";
import { type Convert, onlyStep } from "./conversion.ts";
import { JAVASCRIPT_NOTE } from "./texts.ts";

interface Assignment {
  name: string;
  operation?: string;
  value?: string;
  as?: string;
}
interface Read {
  assignments: Assignment[];
  notes?: string[];
}

/** Kinds of values that need no expression. */
const FIXED: Readonly<Record<string, Omit<Assignment, "name">>> = {
  Empty: { operation: "clear" },
  Now: { value: "{{ system.now }}" },
  Today: { value: '{{ system.now | date: "%Y-%m-%d" }}' },
  "User ID": { value: "{{ contact.id }}" },
  "Result ID": { value: "{{ session.id }}" },
  "Phone number": { value: "{{ contact.phone }}" },
  "Contact name": { value: "{{ contact.name }}" },
  "Environment name": { value: "whatsapp" },
};
const DAYS: Readonly<Record<string, string>> = { Yesterday: "-1 day", Tomorrow: "1 day" };

const CALCULATIONS: Readonly<Record<string, string>> = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
  "/": "divide",
  "%": "modulo",
};
const VARIABLE = "\\{\\{\\s*[^{}=]+?\\s*\\}\\}";
const CALCULATION = new RegExp(`^(${VARIABLE}|-?[\\d.]+)\\s*([-+*/%])\\s*(${VARIABLE}|-?[\\d.]+)$`);
const QUOTED = /^(["'`])((?:(?!\1)[^\\$])*)\1$/;
/** What only a program has: calls, arrows, declarations, member access, comparisons, a choice of two. */
const LOOKS_LIKE_CODE =
  /=>|\bfunction\b|\breturn\b|\b(?:const|let|var|new|await|typeof)\s|[\w)\]}]\.\w+\s*\(|\w\s*\(|===?|!==?|&&|\|\||\$\{|\?[^?]*:|[;[\]]/;

export const setVariable: Convert = (conversion, block) => {
  const name = conversion.texts.variable(block.options?.variableId);
  if (name === null) {
    conversion.report.dropped(block, "It sets no variable.");
    return null;
  }
  const read = readValue(name, block.options ?? {}, (text) => conversion.texts.convert(text));
  if (typeof read !== "string")
    return onlyStep(conversion, block, ["set", { assignments: read.assignments }], read.notes ?? []);
  conversion.report.dropped(block, read);
  return null;
};

type ConvertText = (text: string) => { text: string; notes: string[] };

/** @returns why it can't be done, when it can't */
function readValue(name: string, options: Record<string, unknown>, convert: ConvertText): Read | string {
  const type = textAt(options, "type") || "Custom";
  if (type === "Custom") return customValue(name, options, convert);
  if (type === "Append value(s)") {
    const { text, notes } = convert(textAt(options, "item"));
    return { assignments: [{ name, operation: "append", value: text }], notes };
  }
  const days = DAYS[type];
  if (days !== undefined) {
    const today = { name, value: '{{ system.now | date: "%Y-%m-%d" }}', as: "date" };
    return { assignments: [today, { name, operation: "add-time", value: days }] };
  }
  const fixed = FIXED[type];
  if (fixed) return { assignments: [{ name, ...fixed }] };
  const list = recordAt(options, "mapListItemParams");
  const more = Object.keys(list).length > 0 ? " Use a “For each” step." : "";
  return `“${type}” has no counterpart in a “Set” step.${more}`;
}

function customValue(name: string, options: Record<string, unknown>, convert: ConvertText): Read | string {
  const source = textAt(options, "expressionToEvaluate").trim();
  if (source === "") return { assignments: [{ name, operation: "clear" }] };
  const calculation = CALCULATION.exec(source);
  if (calculation) return calculated(name, calculation, convert);
  const quoted = QUOTED.exec(source)?.[2];
  const withoutVariables = source.replace(/\{\{[^{}=]*\}\}/g, "");
  if (quoted === undefined && (flagAt(options, "isCode") || LOOKS_LIKE_CODE.test(withoutVariables)))
    return JAVASCRIPT_NOTE;
  const { text, notes } = convert(quoted ?? source);
  if (notes.includes(JAVASCRIPT_NOTE)) return JAVASCRIPT_NOTE;
  const number = /^-?\d+(\.\d+)?$/.test(text) && quoted === undefined;
  const boolean = /^(true|false)$/.test(text) && quoted === undefined;
  return {
    assignments: [{ name, value: text, ...(number ? { as: "number" } : boolean ? { as: "boolean" } : {}) }],
    notes,
  };
}

/** `{{Total}} + 1`: set to the first, then counted on. */
function calculated(
  name: string,
  [, left = "", sign = "", right = ""]: RegExpExecArray,
  convert: ConvertText,
): Read {
  const [first, second] = [convert(left), convert(right)];
  const operation = CALCULATIONS[sign] ?? "add";
  const own = first.text === `{{ ${name} }}`;
  const start: Assignment[] = own ? [] : [{ name, value: first.text, as: "number" }];
  const notes = [...first.notes, ...second.notes];
  // Its right side may be the variable itself, which the start would overwrite.
  const swapped =
    !own && second.text === `{{ ${name} }}` && (operation === "add" || operation === "multiply");
  if (swapped) return { assignments: [{ name, operation, value: first.text }], notes };
  return { assignments: [...start, { name, operation, value: second.text }], notes };
}
