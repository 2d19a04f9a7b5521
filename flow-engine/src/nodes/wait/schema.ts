/**
 * Pauses the flow, durably.
 * `{ "amount": 2, "unit": "hours" }` or `{ "until": "{{ cita }}", "offset": { "amount": -1, "unit": "days" }, "at": "09:00", "zone": "contact" }`,
 * and then until it is open: `{ "amount": 1, "unit": "weeks", "window": "workspace" }`
 */
import { z } from "zod";
import { scheduleSchema } from "../../calendar/schedule.ts";

export const WAIT_UNITS = ["seconds", "minutes", "hours", "days", "weeks", "months"] as const;
export type WaitUnit = (typeof WAIT_UNITS)[number];

const unitSchema = z.enum(WAIT_UNITS);

/** Minutes of a year: the most of the smallest unit but one. */
const MAX_AMOUNT = 525_600;

export const waitNodeSchema = z.looseObject({
  amount: z.number().min(0).max(MAX_AMOUNT).default(1).describe("How many of the unit."),
  unit: unitSchema
    .default("minutes")
    .describe("Days, weeks and months go by the calendar: the same time of day, whatever the clocks do."),
  until: z
    .string()
    .max(200)
    .optional()
    .describe(
      "Template giving an ISO date or date-time; used instead of the amount when set. Without an offset: in the zone.",
    ),
  offset: z
    .object({
      amount: z.number().int().min(-MAX_AMOUNT).max(MAX_AMOUNT).describe("How many of the unit."),
      unit: unitSchema.describe("As above."),
    })
    .optional()
    .describe("With `until`: so long after the date, or before it when negative."),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "write times like 09:00")
    .optional()
    .describe("Time of day on the date it comes to. After an amount, the next day when it is past by then."),
  window: z
    .union([z.literal("workspace"), scheduleSchema])
    .optional()
    .describe("When the wait is over out of these opening hours, it goes on when they next open."),
  zone: z
    .enum(["workspace", "contact"])
    .default("workspace")
    .describe("Whose time zone the calendar is of. A contact without one has the workspace's."),
});
export type WaitData = z.infer<typeof waitNodeSchema>;
