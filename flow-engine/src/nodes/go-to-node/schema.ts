/** Goes on at another step of the flow, without an edge across the canvas. `{ "node": "menu" }` */
import { z } from "zod";

export const goToNodeSchema = z.looseObject({
  node: z.string().max(64).describe("Id of the step to go on at."),
});
export type GoToNodeData = z.infer<typeof goToNodeSchema>;
