/**
 * Sets or clears fields of the contact, checked as what they are.
 * `{ "fields": [{ "field": "email", "value": "{{ answer }}" }, { "field": "visits", "as": "number", "value": "3" }, { "field": "city", "operation": "clear" }] }`
 */
import { z } from "zod";

export const FIELD_TYPES = ["text", "number", "boolean", "date", "json"] as const;

export const contactFieldSchema = z.looseObject({
  fields: z
    .array(
      z.looseObject({
        field: z
          .string()
          .min(1)
          .max(64)
          .describe("`name`, `email`, `language`, `timeZone`, or the name of a field of your own."),
        operation: z.enum(["set", "clear"]).default("set").describe("What is done with the field."),
        as: z
          .enum(FIELD_TYPES)
          .default("text")
          .describe(
            "What the filled-in text becomes: dates are kept as ISO 8601. The four fields that every contact has are always texts.",
          ),
        value: z.string().max(10_000).default("").describe("Template."),
      }),
    )
    .min(1)
    .max(30)
    .describe("Done in order; later ones see earlier ones."),
});
export type ContactFieldData = z.infer<typeof contactFieldSchema>;
export type FieldChange = ContactFieldData["fields"][number];
