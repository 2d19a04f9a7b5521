/** What a "set value" step does, in plain words. */

import { SET_OPERATIONS, SET_TYPES, type SetOperation } from "@hilo/flow-engine";
import { t } from "../../i18n/t.ts";
import type { NodeData } from "../node-ui.ts";

export type Assignment = NodeData<"set">["assignments"][number];
type SetType = (typeof SET_TYPES)[number];

interface OperationWords {
  /** After the variable's name: "total plus 5". */
  words: string;
  /** What the value is called in the form; absent: there is none. */
  label?: string;
  placeholder?: string;
  description?: string;
  /** Whether a type is chosen for the value. */
  typed?: true;
  /** Whether the value may be left out, and then the variable's own is taken. */
  ownWhenEmpty?: true;
}

const OWN = {
  // t:
  label: "Value",
  placeholder: "empty: what it is now",
  ownWhenEmpty: true,
} as const;
const PATH = {
  // t:
  label: "Path",
  placeholder: "order.items[0].name",
} as const;

export const OPERATIONS: Record<SetOperation, OperationWords> = {
  // t:
  set: { words: "becomes", label: "Value", typed: true },
  clear: { words: "is cleared" },
  add: { words: "plus", label: "Value" },
  subtract: { words: "minus", label: "Value" },
  multiply: { words: "times", label: "Value" },
  divide: { words: "divided by", label: "Value" },
  modulo: { words: "becomes what is left when divided by", label: "Value" },
  round: { words: "is rounded to so many decimals:", label: "Decimals", placeholder: "0" },
  append: { words: "gets one more item:", label: "Value", typed: true },
  prepend: { words: "gets one more item in front:", label: "Value", typed: true },
  remove: { words: "loses the item", label: "Value", typed: true },
  count: { words: "becomes the number of items of", ...PATH, placeholder: "order.items" },
  merge: { words: "takes over the fields of", label: "Object (JSON)", placeholder: "{{ order }}" },
  pick: { words: "becomes what is at", ...PATH },
  "add-time": {
    words: "moves by",
    label: "Length of time",
    placeholder: "2 days, 3 hours, -1 month",
    description: "A date stays a date. When there is none yet, it counts from now.",
  },
  lowercase: { words: "in small letters", ...OWN },
  uppercase: { words: "in capital letters", ...OWN },
  "title-case": { words: "With Each Word Capitalized", ...OWN },
  trim: { words: "without spaces around it", ...OWN },
};

export const operationOptions = () =>
  SET_OPERATIONS.map((value) => ({ value, label: t(OPERATIONS[value].words) }));
export const isOperation = (value: string | null): value is SetOperation =>
  SET_OPERATIONS.some((operation) => operation === value);

const TYPE_WORDS: Record<SetType, string> = {
  // t:
  text: "Text",
  number: "Number",
  boolean: "Yes or no",
  date: "Date",
  list: "List (commas or lines)",
  json: "Data (JSON)",
};
export const typeOptions = () => SET_TYPES.map((value) => ({ value, label: t(TYPE_WORDS[value]) }));

export function assignmentWords({ operation, value }: Assignment): string {
  const { words, label, ownWhenEmpty, placeholder } = OPERATIONS[operation];
  if (label === undefined || (ownWhenEmpty && value === "")) return t(words);
  if (ownWhenEmpty) return t("becomes {value} {words}", { value, words: t(words) });
  const empty = operation === "round" ? (placeholder ?? "") : t("nothing");
  return `${t(words)} ${value === "" ? empty : value}`;
}
