/**
 * Many ways out by one value; the first case that holds is taken.
 * `{ "value": "tema", "cases": [{ "id": "case-0", "operator": "equals", "right": "Ventas", "label": "Sales" }] }`
 */
import { z } from "zod";
import { operatorSchema } from "../../expressions/operators.ts";
import { idSchema } from "../../flow/id.ts";

export const switchSchema = z.looseObject({
  value: z
    .string()
    .min(1)
    .max(200)
    .describe("Path of the value to look at: a variable, or `contact.language` and the like."),
  cases: z
    .array(
      z.looseObject({
        id: idSchema.describe("Names the case and its port for ever."),
        operator: operatorSchema.default("equals").describe("How the value is compared."),
        right: z
          .string()
          .max(500)
          .default("")
          .describe("Template. What it is compared with; a pattern (RE2) with `matches` and `not-matches`."),
        label: z.string().max(80).optional().describe("What the way out is called on the canvas."),
      }),
    )
    .min(1)
    .max(50)
    .describe("Tried in order; the first that holds is taken."),
});
export type SwitchData = z.infer<typeof switchSchema>;
