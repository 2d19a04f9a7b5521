/**
 * Counts something that happened: a sale, a lead.
 * `{ "event": "sale", "value": "{{ order.total }}", "properties": [{ "name": "product", "value": "{{ product }}" }] }`
 */
import { z } from "zod";

export const trackSchema = z.looseObject({
  event: z
    .string()
    .trim()
    .max(80)
    .describe("What happened, in a word or two: the same name is counted together."),
  value: z
    .string()
    .max(1_000)
    .optional()
    .describe("Template. What it is worth; counted when it is a number."),
  properties: z
    .array(
      z.object({
        name: z.string().min(1).max(64).describe("Name of the detail."),
        value: z.string().max(2_000).describe("Template."),
      }),
    )
    .max(30)
    .default([])
    .describe("Details kept with it."),
});
export type TrackData = z.infer<typeof trackSchema>;
