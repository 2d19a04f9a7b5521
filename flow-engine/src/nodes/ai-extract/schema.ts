/**
 * Lets a language model read values out of a text.
 * `{ "model": "gpt-4o-mini", "secret": "openai", "fields": [{ "name": "people", "type": "number", "required": true }, { "name": "day", "type": "date", "description": "The day of the visit" }] }`
 */
import { z } from "zod";
import { aiFields } from "../ai-task.ts";

export const EXTRACT_TYPES = ["text", "number", "boolean", "date", "list"] as const;

export const aiExtractSchema = z.looseObject({
  ...aiFields,
  input: z
    .string()
    .max(10_000)
    .default("{{ message.text }}")
    .describe("Template. The text to read; empty: the customer's latest message."),
  fields: z
    .array(
      z.looseObject({
        name: z.string().min(1).max(64).describe("The variable that takes the value."),
        type: z
          .enum(EXTRACT_TYPES)
          .default("text")
          .describe("What the value is: dates are kept as `2026-03-02`, lists as lists of texts."),
        description: z.string().max(500).optional().describe("What to look for, for the model."),
        required: z.boolean().default(false).describe("Whether `incomplete` is taken without it."),
      }),
    )
    .min(1)
    .max(30)
    .describe("The values to read; what is not said becomes null."),
});
export type AiExtractData = z.infer<typeof aiExtractSchema>;
export type ExtractField = AiExtractData["fields"][number];
