/** One contact's walk through a flow, as JSON small enough to store on every step (≤ 2 KB for 20 answers). */
import { z } from "zod";
import { inputMessageSchema, originSchema } from "../inputs/message.ts";
import { causeSchema } from "../inputs/schema.ts";
import { triggerEventSchema } from "../triggers/event.ts";

export const SESSION_FORMAT = 1;

export const sessionStatusSchema = z.enum(["Active", "Paused", "Completed", "Errored"]);
export type SessionStatus = z.infer<typeof sessionStatusSchema>;
/** Whether it has not ended. */
export const isLiveStatus = (status: SessionStatus): boolean => status === "Active" || status === "Paused";

export const endReasonSchema = z.enum([
  "finished",
  "expired",
  "interrupted",
  "taken-over",
  "opted-out",
  "limit",
  "error",
]);
export type EndReason = z.infer<typeof endReasonSchema>;

/** JSON values only; what a flow remembers. */
export const variablesSchema = z.record(z.string(), z.unknown());
export type Variables = z.infer<typeof variablesSchema>;

export const timerSchema = z.object({
  purpose: z.enum(["timeout", "wake"]),
  /** Milliseconds since the epoch. */
  dueAt: z.number(),
});
export type Timer = z.infer<typeof timerSchema>;

/** `delivery`: whether a message was accepted. `webhook`: a call from outside. */
export const WAIT_KINDS = ["message", "timer", "task", "agent", "webhook", "delivery"] as const;

export const waitSchema = z.object({
  /** `w<seq>`: names this wait, so that a late timer or task result can be told from a current one. */
  id: z.string(),
  for: z.enum(WAIT_KINDS),
  /** What ends it by itself; the idle time-out of the flow is not among them. */
  timers: z.array(timerSchema).optional(),
  /** The node's own notes between enter and resume (tries so far, say). */
  memory: z.record(z.string(), z.unknown()).optional(),
});
export type Wait = z.infer<typeof waitSchema>;

/** A loop under way: what is left to go through. */
export const loopSchema = z.object({ items: z.array(z.unknown()), at: z.number().int() });
export type Loop = z.infer<typeof loopSchema>;

/** What began it: read by templates as `trigger.keyword`, `trigger.event.text`, `trigger.origin.ref`. */
export const sessionTriggerSchema = causeSchema.extend({
  event: triggerEventSchema.optional(),
  origin: originSchema.optional(),
});
export type SessionTrigger = z.infer<typeof sessionTriggerSchema>;

/** One entry per running flow: the first is the flow that was triggered, the others are calls and interruptions. */
export const frameSchema = z.object({
  /** Version id of the program this frame runs. */
  program: z.string(),
  nodeId: z.string(),
  /** The variables of this frame, kept aside while another flow runs with its own. */
  savedVars: variablesSchema.optional(),
  /** On the first frame, and on one that interrupts. */
  trigger: sessionTriggerSchema.optional(),
  /** The wait that the frame above put aside. */
  suspended: waitSchema.optional(),
  /** By the id of the node that loops. */
  loops: z.record(z.string(), loopSchema).optional(),
});
export type Frame = z.infer<typeof frameSchema>;

export const sessionSchema = z.object({
  format: z.literal(SESSION_FORMAT),
  id: z.string(),
  status: sessionStatusSchema,
  /** Inputs applied so far; with the id it names every effect and seeds every random choice. */
  seq: z.number().int(),
  frames: z.array(frameSchema),
  vars: variablesSchema,
  wait: waitSchema.nullable(),
  /** Id of the customer's latest message: what a reaction or a quote is about. */
  heard: z.string().optional(),
  /** Messages that came while nothing could be answered (a request ran): answers to what is asked next. */
  kept: z.array(inputMessageSchema).optional(),
  endReason: endReasonSchema.optional(),
  error: z.object({ code: z.string(), message: z.string(), nodeId: z.string().nullable() }).optional(),
});
export type Session = z.infer<typeof sessionSchema>;
