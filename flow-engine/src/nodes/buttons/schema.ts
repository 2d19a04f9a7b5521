/**
 * A question with one to three reply buttons, and a port for each.
 * `{ "text": "¿Qué deseas?", "options": [{ "id": "opt-0", "title": "Ventas" }], "saveAs": "tema" }`
 */
import { z } from "zod";
import { headerSchema } from "../../content/schema.ts";
import { idSchema } from "../../flow/id.ts";

export const buttonsSchema = z.looseObject({
  /** Template. */
  text: z.string().max(4_096),
  /** Texts inside are templates. */
  header: headerSchema.optional(),
  footer: z.string().max(200).optional(),
  options: z
    .array(z.looseObject({ id: idSchema, title: z.string().max(200) }))
    .min(1)
    .max(13),
  /** Variable that takes the chosen title. */
  saveAs: z.string().max(64).optional(),
  /** Template. Said over the same options after a wrong answer; without it the question is repeated. */
  invalidText: z.string().max(1_000).optional(),
  /** Wrong answers forgiven; the next one takes the `invalid` port (unconnected: the question goes on being repeated). */
  retries: z.number().int().min(0).max(10).default(2),
  /** Minutes without an answer after which the `timeout` port is taken. */
  timeoutMinutes: z.number().int().min(1).max(525_600).optional(),
});
export type ButtonsData = z.infer<typeof buttonsSchema>;
