/**
 * Sets variables or contact fields.
 * `{ "assignments": [{ "target": "variable", "name": "total", "operation": "add", "value": "1", "as": "number" }] }`
 */
import { z } from "zod";

export const SET_OPERATIONS = ["set", "clear", "add", "subtract", "multiply", "divide", "append"] as const;

export const assignmentSchema = z.looseObject({
  target: z.enum(["variable", "contact"]).default("variable"),
  name: z.string().min(1).max(64),
  operation: z.enum(SET_OPERATIONS).default("set"),
  /** Template. */
  value: z.string().max(10_000).default(""),
  /** What the rendered text becomes. Arithmetic always gives numbers. */
  as: z.enum(["text", "number", "boolean", "json"]).default("text"),
});
export const setSchema = z.looseObject({ assignments: z.array(assignmentSchema).min(1).max(30) });
export type SetData = z.infer<typeof setSchema>;
