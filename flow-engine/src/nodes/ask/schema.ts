/**
 * A question whose answer is checked and saved.
 * `{ "text": "What's your e-mail?", "kind": "email", "saveAs": "email", "invalidText": "That doesn't look like an e-mail." }`
 * `{ "text": "What do you like?", "kind": "choice", "several": true, "saveAs": "likes", "options": [{ "id": "opt-0", "title": "Tea" }, { "id": "opt-1", "title": "Coffee" }] }`
 */
import { z } from "zod";
import { idSchema } from "../../flow/id.ts";
import { questionFields } from "../question.ts";

export const ASK_KINDS = [
  "text",
  "number",
  "email",
  "phone",
  "url",
  "date",
  "time",
  "choice",
  "yes-no",
  "rating",
  "media",
  "image",
  "video",
  "audio",
  "file",
  "location",
  "contact",
] as const;
export const askKindSchema = z.enum(ASK_KINDS);
export type AskKind = z.infer<typeof askKindSchema>;

/** Options that are still readable in one message. */
export const MAX_ASK_OPTIONS = 30;

export const askSchema = z.looseObject({
  text: z.string().max(4_096).describe("Template. The question."),
  kind: askKindSchema.default("text").describe("What counts as an answer."),
  saveAs: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .describe(
      "Variable that takes the answer; of a choice, `…_id` (several: `…_ids`) takes the option's id.",
    ),
  contactField: z.string().max(64).optional().describe("Field of the contact that takes the answer."),
  min: z
    .number()
    .optional()
    .describe(
      "Numbers and ratings: the smallest. Texts: the fewest characters. Several answers: the fewest.",
    ),
  max: z
    .number()
    .optional()
    .describe("Numbers and ratings: the largest. Texts: the most characters. Several answers: the most."),
  earliest: z
    .string()
    .max(200)
    .optional()
    .describe("Template. Dates and times: the first that counts, such as `today`, `2026-12-24` or `09:00`."),
  latest: z.string().max(200).optional().describe("Template. Dates and times: the last that counts."),
  pattern: z
    .string()
    .max(500)
    .optional()
    .describe("Regular expression (RE2) that the whole answer must match."),
  options: z
    .array(
      z.looseObject({
        id: idSchema.describe("Names the option for ever; titles may change."),
        title: z.string().max(200).describe("Template. What the customer reads and taps."),
      }),
    )
    .max(MAX_ASK_OPTIONS)
    .default([])
    .describe("Choices: what there is to choose. Titles are templates."),
  several: z
    .boolean()
    .default(false)
    .describe("Choices: takes several answers, one by one until “done” or in one message (`1, 3`)."),
  showOptions: z
    .boolean()
    .default(false)
    .describe("Yes or no and ratings: shown as buttons or a list. Choices always are."),
  buttonLabel: z
    .string()
    .max(60)
    .optional()
    .describe("Template. The button that opens a list of options; absent: a word in the contact's language."),
  yesLabel: z.string().max(60).optional().describe("Template. The button that says yes."),
  noLabel: z.string().max(60).optional().describe("Template. The button that says no."),
  doneLabel: z
    .string()
    .max(60)
    .optional()
    .describe("Template. What ends several answers, tapped or written."),
  ...questionFields,
  outsideText: z
    .string()
    .max(1_000)
    .optional()
    .describe(
      "Template. Said instead of `invalidText` when the answer is of the right kind, but outside the bounds or not of the pattern.",
    ),
  skipWord: z
    .string()
    .max(200)
    .optional()
    .describe(
      "A word, or several with commas, that leaves by `skip` with nothing saved (unconnected: by `next`, with nothing in the variable); compared without accents and case.",
    ),
});
export type AskData = z.infer<typeof askSchema>;
