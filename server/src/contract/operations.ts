/** Running the house: webhook log, usage, live-connection status. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { pageOf, pageQuery, timestamp } from "./common.ts";

export const webhookLogEntry = z.object({
  id: z.string(),
  platform: z.string(),
  signature: z.enum(["ok", "bad", "missing", "no-secret"]),
  httpStatus: z.number().int(),
  events: z.number().int(),
  state: z.enum(["stored", "applied", "quarantined", "refused"]),
  error: z.string().nullable(),
  /** Fields that nothing acts on: kept as they came. */
  kept: z.array(z.string()).optional(),
  durationMs: z.number(),
  body: z.string().nullable(),
  receivedAt: timestamp,
});

export type WebhookLogEntry = z.output<typeof webhookLogEntry>;

export const operationsContract = {
  webhookLog: {
    list: oc
      .route({ method: "GET", path: "/webhook-log", tags: ["Webhook log"] })
      .input(pageQuery.extend({ state: z.enum(["stored", "applied", "quarantined", "refused"]).optional() }))
      .output(pageOf(webhookLogEntry)),
    /** Puts the quarantined events of a delivery back in line. */
    retry: oc
      .route({ method: "POST", path: "/webhook-log/{id}/retry", tags: ["Webhook log"] })
      .input(z.object({ id: z.string() }))
      .output(webhookLogEntry),
  },
  usage: oc.route({ method: "GET", path: "/usage", tags: ["Workspace"] }).output(
    z.object({
      months: z.array(
        z.object({
          /** `2026-11`, in UTC. */
          month: z.string(),
          received: z.number(),
          /** By the bot, by people, by the API. */
          sent: z.number(),
          /** Of those sent: templates, which the platform charges for. */
          templates: z.number(),
          failed: z.number(),
          sessions: z.number(),
          /** People who wrote or were written to. */
          contacts: z.number(),
          /** Bytes of files that came in. */
          mediaBytes: z.number(),
          /** Counted as it happened, by name: tokens of models, … */
          counters: z.record(z.string(), z.number()),
        }),
      ),
    }),
  ),
  /** What platforms' error codes mean here. */
  errors: oc.route({ method: "GET", path: "/errors", tags: ["Channels"] }).output(
    z.object({
      errors: z.array(
        z.object({
          platforms: z.array(z.enum(["whatsapp", "messenger", "instagram"])),
          /** `code`, or `code/subcode` where the code alone says too little. */
          codes: z.array(z.string()),
          /** How a send goes on: retry, pair, pause, reauthorize, window, recipient, template, media, permanent. */
          class: z.string(),
          message: z.string(),
          remedy: z.string().nullable(),
        }),
      ),
    }),
  ),
  ws: {
    status: oc
      .route({ method: "GET", path: "/ws/status", tags: ["Live"] })
      .output(z.object({ ok: z.boolean(), path: z.string() })),
    stats: oc
      .route({ method: "GET", path: "/ws/stats", tags: ["Live"] })
      .output(z.object({ connections: z.number(), rooms: z.number() })),
  },
};
