/**
 * Goes one way while open and the other while closed.
 * `{ "saveNextAs": "opening" }` asks the workspace's opening hours,
 * `{ "schedule": { "week": { "mon": [{ "from": "09:00", "to": "14:00" }] }, "days": [{ "date": "12-25", "name": "Navidad" }] } }` its own.
 */
import { z } from "zod";
import { scheduleSchema } from "../../calendar/schedule.ts";

export const hoursSchema = z.looseObject({
  schedule: scheduleSchema.optional().describe("Opening hours of its own; absent: the workspace's."),
  saveNextAs: z
    .string()
    .max(64)
    .optional()
    .describe(
      "Variable that takes the next opening as an ISO date and time with its offset: while open the present moment, and nothing when it does not open within a year.",
    ),
});
export type HoursData = z.infer<typeof hoursSchema>;
