/** A text bubble. `{ "text": "¡Hola {{ contact.name | default: 'amigo' }}!", "preview": true }` */
import { z } from "zod";

export const textSchema = z.looseObject({
  text: z.string().max(10_000),
  /** Show a preview of the first link. */
  preview: z.boolean().optional(),
});
