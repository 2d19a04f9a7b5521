/**
 * Runs another flow and comes back.
 * `{ "flow": "Ask address", "inputs": [{ "name": "pedido", "value": "{{ pedido }}" }], "outputs": [{ "from": "direccion", "to": "direccion" }] }`
 */
import { z } from "zod";
import { flowField, inputsField } from "../flow-inputs.ts";

export const callFlowSchema = z.looseObject({
  flow: flowField,
  inputs: inputsField,
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
