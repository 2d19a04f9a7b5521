/**
 * A question with one to three reply buttons, and a port for each.
 * `{ "text": "¿Qué deseas?", "options": [{ "id": "opt-0", "title": "Ventas" }], "saveAs": "tema" }`
 */
import { z } from "zod";
import { idSchema } from "../../flow/id.ts";
import { headerField } from "../header.ts";
import { questionFields } from "../question.ts";

export const buttonsSchema = z.looseObject({
  text: z.string().max(4_096).describe("Template. The question."),
  header: headerField,
  footer: z.string().max(200).optional().describe("Template. Small print below the text."),
  options: z
    .array(
      z.looseObject({
        id: idSchema.describe("Names the option and its port for ever, whatever its title becomes."),
        title: z.string().max(200).describe("Template. What is on the button."),
      }),
    )
    .min(1)
    .max(13)
    .describe("The buttons. More than three are sent as a list on WhatsApp."),
  saveAs: z
    .string()
    .max(64)
    .optional()
    .describe("Variable that takes the chosen title; with `_id` behind it, the option's id."),
  ...questionFields,
});
export type ButtonsData = z.infer<typeof buttonsSchema>;
