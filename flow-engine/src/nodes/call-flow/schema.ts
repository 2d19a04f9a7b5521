/**
 * Runs another flow and comes back.
 * `{ "flow": "Ask address", "inputs": [{ "name": "pedido", "value": "{{ pedido }}" }], "outputs": [{ "from": "direccion", "to": "direccion" }] }`
 */
import { z } from "zod";

export const callFlowSchema = z.looseObject({
  flow: z.string().max(120).describe("The other flow's id, or its name."),
  inputs: z
    .array(
      z.object({
        name: z.string().min(1).max(64).describe("Name of the called flow's variable."),
        value: z.string().max(2_000).describe("Template."),
      }),
    )
    .max(30)
    .default([])
    .describe("Variables the called flow starts with."),
  outputs: z
    .array(
      z.object({
        from: z.string().min(1).max(64).describe("The called flow's variable."),
        to: z.string().min(1).max(64).describe("The variable here that takes its value."),
      }),
    )
    .max(30)
    .default([])
    .describe("The called flow's variables to keep."),
});
export type CallFlowData = z.infer<typeof callFlowSchema>;
