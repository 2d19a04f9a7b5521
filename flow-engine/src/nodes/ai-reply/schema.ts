/**
 * Lets a language model answer, once or as long as a conversation lasts.
 * `{ "model": "gpt-4o-mini", "secret": "openai", "system": "You help in a flower shop. Be brief." }`
 * `{ "model": "gpt-4o-mini", "secret": "openai", "prompt": "Write a greeting for {{ contact.name }}.", "send": false, "saveAs": "greeting" }`
 * `{ "model": "gpt-4o-mini", "secret": "openai", "chat": { "doneWord": "bye", "maxTurns": 10 } }`
 */
import { z } from "zod";
import { aiFields } from "../ai-task.ts";
import { timeoutMinutesField } from "../question.ts";

/** WhatsApp takes 4,096 characters; nobody reads that much in a chat. */
export const DEFAULT_MAX_LENGTH = 1_600;

export const aiReplySchema = z.looseObject({
  ...aiFields,
  prompt: z
    .string()
    .max(10_000)
    .optional()
    .describe("Template. What is asked; without it the customer's latest message is answered."),
  maxLength: z
    .number()
    .int()
    .min(20)
    .max(4_096)
    .default(DEFAULT_MAX_LENGTH)
    .describe("Characters at most: a longer answer ends at its last whole sentence or word."),
  send: z.boolean().default(true).describe("Whether the answer is said to the customer."),
  saveAs: z.string().max(64).optional().describe("Variable that takes the answer."),
  chat: z
    .looseObject({
      doneWord: z
        .string()
        .max(40)
        .optional()
        .describe("A word that ends the chat; compared without accents and case."),
      maxTurns: z.number().int().min(1).max(100).default(20).describe("Answers after which the chat ends."),
      timeoutMinutes: timeoutMinutesField,
    })
    .optional()
    .describe(
      "Goes on answering the customer's messages until the done word, or until the turns are used up.",
    ),
});
export type AiReplyData = z.infer<typeof aiReplySchema>;
