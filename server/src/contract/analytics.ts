/** What came of it: experiments and counted events. */
import { keywordModeSchema } from "@hilo/flow-engine";
import { oc } from "@orpc/contract";
import { z } from "zod";
import { foreignName, id, spanQuery, timestamp } from "./common.ts";

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

/** The last `days`, and real channels unless one is named: simulated people are not counted. */
const period = {
  days: z.coerce.number().int().min(1).max(365).default(30),
  channelId: id.optional(),
};

const volumes = z.object({
  /** From customers. */
  received: z.number().int(),
  byBot: z.number().int(),
  /** In Hilo, or on the phone. */
  byPeople: z.number().int(),
  failed: z.number().int(),
  /** Who wrote, each once. */
  people: z.number().int(),
});
export type Volumes = z.infer<typeof volumes>;

export const overview = z.object({
  /** Each day of the workspace's time zone, the first one first. */
  days: z.array(volumes.extend({ day: z.iso.date() })),
  total: volumes,
  /** Of as many days before. */
  before: volumes,
  /** From a customer's last message until a person answered it, in seconds; null: nobody did. */
  answers: z.object({
    count: z.number().int(),
    median: z.number().nullable(),
    /** Nine of ten were no slower. */
    slow: z.number().nullable(),
  }),
  /** What came of runs begun in this time, the flow with most of them first. */
  flows: z.array(
    z.object({
      flowId: id,
      name: z.string(),
      started: z.number().int(),
      completed: z.number().int(),
      errored: z.number().int(),
      /** Ended without an answer. */
      expired: z.number().int(),
      live: z.number().int(),
    }),
  ),
});
export type Overview = z.infer<typeof overview>;

export const unmatched = z.object({
  /** Messages that no keyword took and no person answered. */
  count: z.number().int(),
  /** Only the newest of them were looked at. */
  more: z.boolean(),
  /** The same words together, however they are written; the most frequent first. */
  items: z.array(
    z.object({
      text: z.string(),
      count: z.number().int(),
      lastAt: timestamp,
      /** The flow that takes what nothing else takes; null: nothing answered. */
      flowName: z.string().nullable(),
      /** Where it was said last. */
      conversationId: id,
    }),
  ),
});
export type Unmatched = z.infer<typeof unmatched>;

export const analyticsContract = {
  overview: oc
    .route({ method: "GET", path: "/analytics/overview", tags: ["Analytics"] })
    .input(z.object(period))
    .output(overview),
  /** What customers wrote in words and got no answer to. */
  unmatched: oc
    .route({ method: "GET", path: "/analytics/unmatched", tags: ["Analytics"] })
    .input(z.object(period))
    .output(unmatched),
  /** Of those, which a keyword would have taken. Nothing is changed by it. */
  whatIf: oc
    .route({ method: "POST", path: "/analytics/what-if", tags: ["Analytics"] })
    .input(
      z.strictObject({
        ...period,
        keyword: foreignName.trim().min(1).max(200),
        mode: keywordModeSchema.default("word"),
      }),
    )
    .output(
      z.object({
        /** Messages that it would have taken, of so many. */
        taken: z.number().int(),
        of: z.number().int(),
        people: z.number().int(),
        examples: z.array(z.string()),
      }),
    ),
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
