/**
 * Sets variables or contact fields.
 * `{ "assignments": [{ "target": "variable", "name": "total", "operation": "add", "value": "1", "as": "number" }] }`
 * `{ "assignments": [{ "name": "ciudad", "operation": "pick", "value": "pedido.items[0].ciudad" }, { "target": "contact", "name": "renewal", "operation": "add-time", "value": "1 month" }] }`
 */
import { z } from "zod";

export const SET_OPERATIONS = [
  "set",
  "clear",
  "add",
  "subtract",
  "multiply",
  "divide",
  "modulo",
  "round",
  "append",
  "prepend",
  "remove",
  "count",
  "merge",
  "pick",
  "add-time",
  "lowercase",
  "uppercase",
  "title-case",
  "trim",
] as const;
export type SetOperation = (typeof SET_OPERATIONS)[number];

export const SET_TYPES = ["text", "number", "boolean", "date", "list", "json"] as const;

export const assignmentSchema = z.looseObject({
  target: z
    .enum(["variable", "contact"])
    .default("variable")
    .describe("A variable of the conversation, or a field of the contact."),
  name: z.string().min(1).max(64).describe("Name of the variable or field."),
  operation: z
    .enum(SET_OPERATIONS)
    .default("set")
    .describe(
      "What is done with the value. `remove` takes items out of a list; `count` gives how many items the list at a path has; `pick` gives what is at a path; `merge` puts the fields of two objects together; `add-time` moves a date or a date and time; `round` keeps so many decimals; `lowercase`, `uppercase`, `title-case` and `trim` change the value, or without one what was there.",
    ),
  value: z
    .string()
    .max(10_000)
    .default("")
    .describe(
      "Template. With `pick` and `count`, a path (`pedido.items[0].name`); with `add-time`, a length of time (`2 days`, `-1 month`); with `round`, how many decimals.",
    ),
  as: z
    .enum(SET_TYPES)
    .default("text")
    .describe(
      "What the filled-in text becomes with `set`, `append`, `prepend` and `remove`: a `date` as people write it becomes ISO, a `list` is split at commas and lines.",
    ),
});
export const setSchema = z.looseObject({
  assignments: z
    .array(assignmentSchema)
    .min(1)
    .max(30)
    .describe("Done in order; later ones see earlier ones."),
});
export type SetData = z.infer<typeof setSchema>;
