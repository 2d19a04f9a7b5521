/**
 * Leaves this flow for another one, for good.
 * `{ "flow": "Main menu", "keepVariables": "listed", "keep": ["name"], "inputs": [{ "name": "from", "value": "{{ topic }}" }] }`
 */
import { z } from "zod";
import { flowField, inputsField } from "../flow-inputs.ts";

export const KEEP_VARIABLES = ["all", "none", "listed"] as const;

export const goToFlowSchema = z.looseObject({
  flow: flowField,
  inputs: inputsField,
  keepVariables: z
    .enum(KEEP_VARIABLES)
    .default("all")
    .describe("Which variables of this flow the other one begins with; `inputs` come over them."),
  keep: z.array(z.string().min(1).max(64)).max(30).default([]).describe("With `listed`: their names."),
});
export type GoToFlowData = z.infer<typeof goToFlowSchema>;
