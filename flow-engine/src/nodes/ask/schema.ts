/**
 * A question whose answer is checked and saved.
 * `{ "text": "What's your e-mail?", "kind": "email", "saveAs": "email", "invalidText": "That doesn't look like an e-mail." }`
 * `{ "text": "Which size?", "kind": "choice", "options": [{ "id": "opt-0", "title": "Small" }, { "id": "opt-1", "title": "Large" }], "saveAs": "size" }`
 * `{ "text": "What shall be on it?", "kind": "choice", "options": [{ "id": "opt-0", "title": "Cheese" }, { "id": "opt-1", "title": "Ham" }], "multiple": { "max": 2 }, "saveAs": "toppings" }`
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
  "image",
  "video",
  "audio",
  "file",
  "media",
  "location",
  "contact",
] as const;
export const askKindSchema = z.enum(ASK_KINDS);
export type AskKind = z.infer<typeof askKindSchema>;

/** More options than this is a catalogue, not a question. */
export const MAX_OPTIONS = 30;

export const askSchema = z.looseObject({
  text: z.string().max(4_096).describe("Template. The question."),
  kind: askKindSchema
    .default("text")
    .describe("What counts as an answer. `media` takes a picture, a sound or a file, whichever."),
  saveAs: z.string().min(1).max(64).describe("Variable that takes the answer."),
  contactField: z.string().max(64).optional().describe("Field of the contact that takes the answer too."),
  min: z.number().optional().describe("Numbers and ratings: the smallest. Texts: the fewest characters."),
  max: z.number().optional().describe("Numbers and ratings: the largest. Texts: the most characters."),
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
      z.object({
        id: idSchema.describe("Names the option for ever: kept as `_id` behind the variable's name."),
        title: z.string().max(200).describe("Template. What is offered, and what is kept."),
      }),
    )
    .max(MAX_OPTIONS)
    .optional()
    .describe("With `choice`: what there is to choose from, as buttons, as a list or numbered."),
  multiple: z
    .object({
      min: z.number().int().min(0).max(MAX_OPTIONS).default(1).describe("The fewest."),
      max: z.number().int().min(1).max(MAX_OPTIONS).optional().describe("The most; absent: all of them."),
    })
    .optional()
    .describe("With `choice`: several may be chosen, one by one or as `1, 3`; they are kept as a list."),
  doneTitle: z
    .string()
    .max(200)
    .optional()
    .describe(
      "Template. With `multiple`: the option that ends it. Absent: “Done” in the customer's language.",
    ),
  listButton: z
    .string()
    .max(200)
    .optional()
    .describe(
      "Template. What opens the list of more than three options. Absent: “Choose” in the customer's language.",
    ),
  offer: z
    .boolean()
    .optional()
    .describe("With `yes-no` and `rating`: the answers are offered as buttons or as a list too."),
  ...questionFields,
  outsideText: z
    .string()
    .max(1_000)
    .optional()
    .describe(
      "Template. Said instead of `invalidText` when the answer is of the right kind, but out of bounds or not of the pattern.",
    ),
  skippable: z
    .boolean()
    .optional()
    .describe(
      "It may be skipped. Without a `skipWord`, a word for it in the customer's language leaves by `skip`: skip, omitir, saltar, pular, passer, überspringen, salta.",
    ),
  skipWord: z
    .string()
    .max(200)
    .optional()
    .describe(
      "A word that leaves by `skip` with nothing saved, or several with commas between; compared without accents and case.",
    ),
});
export type AskData = z.infer<typeof askSchema>;
