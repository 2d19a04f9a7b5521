/**
 * A menu of up to ten rows in sections, and a port for each row.
 * `{ "text": "Choose", "button": "See menu", "sections": [{ "title": "Food", "rows": [{ "id": "item-0", "title": "Pizza", "description": "From 9 €" }] }] }`
 */
import { z } from "zod";
import { idSchema } from "../../flow/id.ts";

export const listSchema = z.looseObject({
  /** Template. */
  text: z.string().max(4_096),
  /** Label of the button that opens the list. */
  button: z.string().max(60),
  header: z.string().max(200).optional(),
  footer: z.string().max(200).optional(),
  sections: z
    .array(
      z.looseObject({
        title: z.string().max(200).optional(),
        rows: z
          .array(
            z.looseObject({
              id: idSchema,
              title: z.string().max(200),
              description: z.string().max(400).optional(),
            }),
          )
          .min(1)
          .max(30),
      }),
    )
    .min(1)
    .max(10),
  saveAs: z.string().max(64).optional(),
  /** Template. Said over the same options after a wrong answer; without it the question is repeated. */
  invalidText: z.string().max(1_000).optional(),
  /** Wrong answers forgiven; the next one takes the `invalid` port (unconnected: the question goes on being repeated). */
  retries: z.number().int().min(0).max(10).default(2),
  timeoutMinutes: z.number().int().min(1).max(525_600).optional(),
});
export type ListData = z.infer<typeof listSchema>;
