/**
 * Sets variables or contact fields.
 * `{ "assignments": [{ "target": "variable", "name": "total", "operation": "add", "value": "1", "as": "number" }] }`
 */
import { z } from "zod";

export const SET_OPERATIONS = ["set", "clear", "add", "subtract", "multiply", "divide", "append"] as const;

export const assignmentSchema = z.looseObject({
  target: z
    .enum(["variable", "contact"])
    .default("variable")
    .describe("A variable of the conversation, or a field of the contact."),
  name: z.string().min(1).max(64).describe("Name of the variable or field."),
  operation: z.enum(SET_OPERATIONS).default("set").describe("What is done with the value."),
  value: z.string().max(10_000).default("").describe("Template."),
  as: z
    .enum(["text", "number", "boolean", "json"])
    .default("text")
    .describe("What the filled-in text becomes. Arithmetic always gives numbers."),
});
export const setSchema = z.looseObject({
  assignments: z
    .array(assignmentSchema)
    .min(1)
    .max(30)
    .describe("Done in order; later ones see earlier ones."),
});
export type SetData = z.infer<typeof setSchema>;
