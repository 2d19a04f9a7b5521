/** One contact's walk through a flow, as JSON small enough to store on every step (≤ 2 KB for 20 answers). */
import { z } from "zod";
import { inputMessageSchema } from "../inputs/message.ts";

export const SESSION_FORMAT = 1;

export const sessionStatusSchema = z.enum(["Active", "Paused", "Completed", "Errored"]);
export type SessionStatus = z.infer<typeof sessionStatusSchema>;

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

export const waitSchema = z.object({
  /** `w<seq>`: names this wait, so that a late timer or task result can be told from a current one. */
  id: z.string(),
  for: z.enum(["message", "timer", "task", "agent"]),
  /** The node's own notes between enter and resume (tries so far, say). */
  memory: z.record(z.string(), z.unknown()).optional(),
});
export type Wait = z.infer<typeof waitSchema>;

/** One entry per running flow: the first is the flow that was triggered, the others are calls. */
export const frameSchema = z.object({
  /** Version id of the program this frame runs. */
  program: z.string(),
  nodeId: z.string(),
  /** The caller's variables, kept aside while a called flow runs with its own. */
  savedVars: variablesSchema.optional(),
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
  /** Messages that came while a request ran: answers to what is asked next. */
  kept: z.array(inputMessageSchema).optional(),
  endReason: endReasonSchema.optional(),
  error: z.object({ code: z.string(), message: z.string(), nodeId: z.string().nullable() }).optional(),
});
export type Session = z.infer<typeof sessionSchema>;
