/** A text bubble. `{ "text": "¡Hola {{ contact.name | default: 'amigo' }}!", "preview": true }` */
import { z } from "zod";

export const textSchema = z.looseObject({
  text: z
    .string()
    .max(10_000)
    .describe("Template. What is said; `*bold*`, `_italic_` and `~struck~` work on WhatsApp."),
  preview: z.boolean().optional().describe("Show a preview of the first link."),
  quote: z.boolean().optional().describe("Quote the customer's latest message."),
});
