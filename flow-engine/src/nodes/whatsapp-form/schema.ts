/**
 * A form of WhatsApp's own (a “Flow”), opened by a button; what is filled in becomes variables.
 * `{ "text": "Tell us where to deliver.", "button": "Fill in", "formId": "1234567890", "screen": "ADDRESS", "save": [{ "path": "street", "name": "street" }] }`
 */
import { z } from "zod";
import { MAX_LINK_CHARS } from "../link.ts";
import { questionFields } from "../question.ts";
import { savedPartsField } from "../saved-parts.ts";

export const whatsappFormSchema = z.looseObject({
  text: z.string().max(4_096).describe("Template. The text."),
  header: z.string().max(200).optional().describe("Template. Above the text."),
  footer: z.string().max(200).optional().describe("Template. Small print below the text."),
  button: z.string().max(200).describe("Template. What is on the button that opens the form."),
  formId: z.string().max(200).describe("The form's id at Meta (“Flow ID”)."),
  screen: z.string().max(200).optional().describe("The screen it begins with; without it, the form decides."),
  data: z
    .array(
      z.object({
        name: z.string().min(1).max(64).describe("Name of the field."),
        value: z.string().max(2_000).describe("Template."),
      }),
    )
    .max(50)
    .default([])
    .describe("What the first screen is filled in with."),
  draft: z.boolean().optional().describe("Whether the form's draft is opened, for trying it out."),
  link: z
    .string()
    .max(MAX_LINK_CHARS)
    .optional()
    .describe("Template. The same form on the web, for platforms without such forms."),
  saveAs: z.string().max(64).optional().describe("Variable that takes all that was filled in, as an object."),
  save: savedPartsField,
  ...questionFields,
});
export type WhatsappFormData = z.infer<typeof whatsappFormSchema>;
