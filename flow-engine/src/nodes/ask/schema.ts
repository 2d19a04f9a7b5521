/**
 * An open question whose answer is checked and saved.
 * `{ "text": "What's your e-mail?", "kind": "email", "saveAs": "email", "invalidText": "That doesn't look like an e-mail." }`
 */
import { z } from "zod";

export const ASK_KINDS = [
  "text",
  "number",
  "email",
  "phone",
  "url",
  "date",
  "yes-no",
  "rating",
  "media",
  "location",
] as const;
export const askKindSchema = z.enum(ASK_KINDS);
export type AskKind = z.infer<typeof askKindSchema>;

export const askSchema = z.looseObject({
  /** Template. */
  text: z.string().max(4_096),
  kind: askKindSchema.default("text"),
  saveAs: z.string().min(1).max(64),
  /** Also kept on the contact under this field. */
  contactField: z.string().max(64).optional(),
  /** Numbers, ratings: bounds of the value. Text: bounds of its length. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** RE2; the whole answer must match. */
  pattern: z.string().max(500).optional(),
  /** Template. Said before the question is asked again. */
  invalidText: z.string().max(1_000).optional(),
  /** Wrong answers forgiven; the next one takes the `invalid` port (unconnected: the question goes on being repeated). */
  retries: z.number().int().min(0).max(10).default(2),
  /** A word that leaves by `skip` with nothing saved; compared folded. */
  skipWord: z.string().max(40).optional(),
  timeoutMinutes: z.number().int().min(1).max(525_600).optional(),
});
export type AskData = z.infer<typeof askSchema>;
