/**
 * Many ways out by one value; the first case that holds is taken.
 * `{ "value": "tema", "cases": [{ "id": "case-0", "operator": "equals", "right": "Ventas", "label": "Sales" }] }`
 */
import { z } from "zod";
import { operatorSchema } from "../../expressions/conditions.ts";
import { idSchema } from "../../flow/id.ts";

export const switchSchema = z.looseObject({
  /** Path of a variable or of the environment. */
  value: z.string().min(1).max(200),
  cases: z
    .array(
      z.looseObject({
        id: idSchema,
        operator: operatorSchema.default("equals"),
        /** Template. */
        right: z.string().max(500).default(""),
        label: z.string().max(80).optional(),
      }),
    )
    .min(1)
    .max(50),
});
export type SwitchData = z.infer<typeof switchSchema>;
