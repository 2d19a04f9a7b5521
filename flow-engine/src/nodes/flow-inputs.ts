/** What a flow gives another one to begin with, shared by the nodes that run one. */
import { z } from "zod";
import { toNumber } from "../expressions/numbers.ts";
import { compileTemplate, lonePath, type Template } from "../expressions/templates.ts";
import { toBoolean } from "../expressions/yes-no.ts";
import type { Program } from "../flow/program.ts";
import type { Variables } from "../session/schema.ts";
import type { NodeProblem, Scope } from "./define-node.ts";
import type { TextField } from "./text-field.ts";

const INPUT_TYPES = ["text", "number", "boolean", "json"] as const;
type InputType = (typeof INPUT_TYPES)[number];

export const flowField = z.string().max(120).describe("The other flow's id, or its name.");

export const inputsField = z
  .array(
    z.object({
      name: z.string().min(1).max(64).describe("Name of the other flow's variable."),
      value: z.string().max(2_000).describe("Template."),
      as: z
        .enum(INPUT_TYPES)
        .optional()
        .describe(
          "What the filled-in text becomes; absent: a text. What the other flow says of its variable comes after.",
        ),
    }),
  )
  .max(30)
  .default([])
  .describe("Variables the other flow starts with.");
export type FlowInputs = z.infer<typeof inputsField>;

export interface PreparedInput {
  name: string;
  as: InputType;
  value: Template;
}

export function prepareInputs(inputs: FlowInputs): PreparedInput[] {
  return inputs.map(({ name, value, as = "text" }) => ({
    name,
    as,
    value: compileTemplate(value, as === "json" ? "json" : "text"),
  }));
}

/**
 * What the other flow begins with. What can't be read as its type is null, and said in the trace; so is what the
 * other flow asks for in vain.
 * @param kept variables that it takes over besides
 */
export function givenInputs(
  scope: Scope,
  inputs: readonly PreparedInput[],
  program: Program,
  kept: Variables = {},
): Variables {
  const given: Variables = { ...kept };
  for (const input of inputs) {
    const value = givenValue(scope, input);
    if (value === null && input.as !== "json")
      note(scope, "input-unreadable", input.name, `is no ${input.as}`);
    if (value === undefined) note(scope, "input-unreadable", input.name, "is no JSON");
    given[input.name] = value ?? null;
  }
  for (const { name, required, default: fallback } of program.inputs) {
    if (required && fallback === undefined && !Object.hasOwn(given, name))
      note(scope, "input-missing", name, `is asked for by ${program.name}`);
  }
  return given;
}

function note(scope: Scope, code: string, name: string, what: string): void {
  scope.record({ type: "error", nodeId: scope.nodeId, code, message: `${name} ${what}` });
}

/** Null when it is none of its type; undefined for JSON that does not parse. */
function givenValue(scope: Scope, { as, value }: PreparedInput): unknown {
  const text = scope.render(value);
  switch (as) {
    case "text":
      return text;
    case "number":
      return toNumber(text);
    case "boolean":
      return toBoolean(text);
    case "json": {
      const path = lonePath(value);
      return path === null ? parsed(text) : (scope.read(path) ?? null);
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function inputTexts(inputs: FlowInputs): TextField[] {
  return inputs.map(({ name, value }, at) => {
    const path = ["inputs", at, "value"];
    return { key: path.join("."), path, label: `the value of ${name}`, source: value, reader: "machine" };
  });
}

/** @param what is done with it: "run", "go to" */
export function flowProblems(flow: string, what: string): NodeProblem[] {
  if (flow.trim() !== "") return [];
  return [
    { code: "flow-empty", severity: "error", message: `No flow is chosen. Choose the flow to ${what}.` },
  ];
}
