/**
 * An open question whose answer is checked and saved.
 * `{ "text": "What's your e-mail?", "kind": "email", "saveAs": "email", "invalidText": "That doesn't look like an e-mail." }`
 */
import { z } from "zod";
import { questionFields } from "../question.ts";

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
  text: z.string().max(4_096).describe("Template. The question."),
  kind: askKindSchema.default("text").describe("What counts as an answer."),
  saveAs: z.string().min(1).max(64).describe("Variable that takes the answer."),
  contactField: z.string().max(64).optional().describe("Field of the contact that takes the answer too."),
  min: z.number().optional().describe("Numbers and ratings: the smallest. Texts: the fewest characters."),
  max: z.number().optional().describe("Numbers and ratings: the largest. Texts: the most characters."),
  pattern: z
    .string()
    .max(500)
    .optional()
    .describe("Regular expression (RE2) that the whole answer must match."),
  ...questionFields,
  skipWord: z
    .string()
    .max(40)
    .optional()
    .describe("A word that leaves by `skip` with nothing saved; compared without accents and case."),
});
export type AskData = z.infer<typeof askSchema>;
