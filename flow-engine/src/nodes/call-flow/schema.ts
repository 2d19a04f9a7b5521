/**
 * Runs another flow and comes back.
 * `{ "flow": "Ask address", "inputs": [{ "name": "pedido", "value": "{{ pedido }}" }], "outputs": [{ "from": "direccion", "to": "direccion" }] }`
 */
import { z } from "zod";

export const callFlowSchema = z.looseObject({
  /** The other flow's id, or its name. */
  flow: z.string().max(120),
  /** Variables the called flow starts with. Values are templates. */
  inputs: z
    .array(z.object({ name: z.string().min(1).max(64), value: z.string().max(2_000) }))
    .max(30)
    .default([]),
  /** The called flow's variables to keep. */
  outputs: z
    .array(z.object({ from: z.string().min(1).max(64), to: z.string().min(1).max(64) }))
    .max(30)
    .default([]),
});
export type CallFlowData = z.infer<typeof callFlowSchema>;
