/** What a "set value" step does, in plain words. */
import { SET_OPERATIONS } from "@hilo/flow-engine";
import type { NodeData } from "../node-ui.ts";

export type Assignment = NodeData<"set">["assignments"][number];
type Operation = Assignment["operation"];

const OPERATION_WORDS: Record<Operation, string> = {
  set: "becomes",
  clear: "is cleared",
  add: "plus",
  subtract: "minus",
  multiply: "times",
  divide: "divided by",
  append: "gets one more item:",
};

export const OPERATION_OPTIONS = SET_OPERATIONS.map((value) => ({ value, label: OPERATION_WORDS[value] }));
export const isOperation = (value: string | null): value is Operation =>
  SET_OPERATIONS.some((operation) => operation === value);

/** `add` and the like are numbers anyway; clearing needs no value at all. */
export const choosesType = (operation: Operation) => operation === "set" || operation === "append";

export const TYPE_OPTIONS: { value: Assignment["as"]; label: string }[] = [
  { value: "text", label: "Text" },
  { value: "number", label: "Number" },
  { value: "boolean", label: "Yes or no" },
  { value: "json", label: "Data (JSON)" },
];

export function assignmentWords({ operation, value }: Assignment): string {
  const words = OPERATION_WORDS[operation];
  return operation === "clear" ? words : `${words} ${value === "" ? "nothing" : value}`;
}
