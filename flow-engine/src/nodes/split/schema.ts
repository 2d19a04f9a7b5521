/**
 * Sends contacts different ways by weight; the same contact always goes the same way.
 * `{ "experiment": "welcome-text", "variants": [{ "id": "variant-0", "title": "Short", "weight": 50 }, { "id": "variant-1", "title": "Long", "weight": 50 }] }`
 */
import { z } from "zod";
import { idSchema } from "../../flow/id.ts";

export const splitSchema = z.looseObject({
  experiment: z
    .string()
    .max(64)
    .describe(
      "Name of the experiment. A contact's way depends on it: steps of one name send a contact the same way.",
    ),
  variants: z
    .array(
      z.looseObject({
        id: idSchema.describe("Names the variant and its port for ever."),
        title: z.string().max(80).default("").describe("What the variant is called."),
        weight: z.number().min(0).max(1_000).describe("Its share, compared with the others' weights."),
      }),
    )
    .min(2)
    .max(10)
    .describe("The ways out."),
  sticky: z
    .boolean()
    .default(true)
    .describe("Whether a contact goes the same way at every visit. Otherwise each visit draws anew."),
  saveAs: z
    .string()
    .max(64)
    .optional()
    .describe("Variable that takes the variant's title, or its id when it has none."),
});
export type SplitData = z.infer<typeof splitSchema>;
