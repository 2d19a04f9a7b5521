/** Pauses the flow, durably. `{ "amount": 2, "unit": "hours" }` or `{ "until": "{{ cita }}" }` */
import { z } from "zod";

export const WAIT_UNITS = ["seconds", "minutes", "hours", "days"] as const;

export const waitNodeSchema = z.looseObject({
  amount: z.number().min(0).max(525_600).default(1).describe("How many of the unit."),
  unit: z
    .enum(WAIT_UNITS)
    .default("minutes")
    .describe("Days are calendar days: the same time of day, whatever the clocks do."),
  until: z
    .string()
    .max(200)
    .optional()
    .describe(
      "Template giving an ISO date or date-time; used instead of the amount when set. Without an offset: the workspace's zone.",
    ),
});
export type WaitData = z.infer<typeof waitNodeSchema>;
