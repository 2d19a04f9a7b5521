/**
 * Lets a language model sort a text into categories, each with a way out of its own.
 * `{ "model": "gpt-4o-mini", "secret": "openai", "categories": [{ "id": "cat-0", "title": "Complaint" }, { "id": "cat-1", "title": "Order", "description": "Wants to buy or asks for prices" }] }`
 */
import { z } from "zod";
import { aiFields } from "../ai-task.ts";

export const aiClassifySchema = z.looseObject({
  ...aiFields,
  input: z
    .string()
    .max(10_000)
    .default("{{ message.text }}")
    .describe("Template. The text to sort; empty: the customer's latest message."),
  categories: z
    .array(
      z.looseObject({
        id: z.string().min(1).max(64).describe("Stable id, the port's name: `cat-0`."),
        title: z.string().max(80).describe("What it is called."),
        description: z.string().max(500).optional().describe("What belongs to it, for the model."),
      }),
    )
    .min(1)
    .max(20)
    .describe("What there is to choose from; anything else leaves by `none`."),
});
export type AiClassifyData = z.infer<typeof aiClassifySchema>;
