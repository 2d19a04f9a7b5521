/** Writes a note about the contact for the people who answer. `{ "text": "Asked for {{ product }} twice" }` */
import { z } from "zod";

export const noteSchema = z.looseObject({
  text: z.string().max(4_000).describe("Template. Seen by members only, never by customers."),
});
export type NoteData = z.infer<typeof noteSchema>;
