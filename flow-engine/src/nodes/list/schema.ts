/**
 * A menu of up to ten rows in sections, and a port for each row.
 * `{ "text": "Choose", "button": "See menu", "sections": [{ "title": "Food", "rows": [{ "id": "item-0", "title": "Pizza", "description": "From 9 €" }] }] }`
 */
import { z } from "zod";
import { idSchema } from "../../flow/id.ts";
import { questionFields } from "../question.ts";

export const listSchema = z.looseObject({
  text: z.string().max(4_096).describe("Template. The question."),
  button: z.string().max(60).describe("Template. The button that opens the menu."),
  header: z.string().max(200).optional().describe("Template. Above the text."),
  footer: z.string().max(200).optional().describe("Template. Small print below the text."),
  sections: z
    .array(
      z.looseObject({
        title: z.string().max(200).optional().describe("Template. Needed as soon as there are two sections."),
        rows: z
          .array(
            z.looseObject({
              id: idSchema.describe("Names the row and its port for ever, whatever its title becomes."),
              title: z.string().max(200).describe("Template. The row."),
              description: z.string().max(400).optional().describe("Template. Smaller, below the title."),
            }),
          )
          .min(1)
          .max(30)
          .describe("The rows of the section."),
      }),
    )
    .min(1)
    .max(10)
    .describe("The menu: at most ten rows in all."),
  saveAs: z
    .string()
    .max(64)
    .optional()
    .describe("Variable that takes the chosen title; with `_id` behind it, the row's id."),
  ...questionFields,
});
export type ListData = z.infer<typeof listSchema>;
