/** What came of it: experiments and counted events. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { spanQuery } from "./common.ts";

export const experiment = z.object({
  name: z.string(),
  /** The event that counts as success; null: none was counted after an entry. */
  event: z.string().nullable(),
  variants: z.array(
    z.object({
      variant: z.string(),
      entered: z.number().int(),
      converted: z.number().int(),
      /** Between 0 and 1. */
      rate: z.number(),
      /** That it does better than the first variant, between 0 and 1; null for the first one, and while too few entered. */
      confidence: z.number().nullable(),
    }),
  ),
});
export type Experiment = z.infer<typeof experiment>;

export const countedEvent = z.object({
  event: z.string(),
  count: z.number().int(),
  contacts: z.number().int(),
  /** Sum of the values; null when none had one. */
  value: z.number().nullable(),
});

export const analyticsContract = {
  /** @param event which event counts as success; without it, the most frequent one */
  experiments: oc
    .route({ method: "GET", path: "/analytics/experiments", tags: ["Analytics"] })
    .input(z.object({ event: z.string().max(80).optional() }))
    .output(z.object({ items: z.array(experiment) })),
  /** Of the last 30 days; of the last `days`; or from `from` until `to`. The most frequent first. */
  events: oc
    .route({ method: "GET", path: "/analytics/events", tags: ["Analytics"] })
    .input(
      spanQuery
        .safeExtend({ days: z.coerce.number().int().min(1).max(365).optional() })
        .refine(
          ({ days, from, to }) => days === undefined || (from === undefined && to === undefined),
          "Give either days, or from and to.",
        ),
    )
    .output(z.object({ items: z.array(countedEvent) })),
};
