/** Settings of a whole flow: expiry, what is said on failure, what an old tap does. */
import { z } from "zod";

/** 24 h idle: the length of WhatsApp's service window, after which free text can't be sent anyway. */
export const DEFAULT_EXPIRY_MINUTES = 24 * 60;

export const oldTapSchema = z.enum(["restart", "ignore", "reply"]);
export type OldTap = z.infer<typeof oldTapSchema>;

export const flowSettingsSchema = z.looseObject({
  /** Higher wins between triggers of equal rank and length. */
  priority: z.number().int().min(-1_000).max(1_000).default(0),
  /** Idle minutes after which a waiting session ends with `expired`. Up to 365 days. */
  expiryMinutes: z
    .number()
    .int()
    .min(1)
    .max(365 * 24 * 60)
    .default(DEFAULT_EXPIRY_MINUTES),
  /** Said once when a session ends Errored. Empty: nothing is said. */
  errorMessage: z.string().max(1_000).default(""),
  /** Said when a message can't be understood where the flow waits (an unknown kind, say). */
  fallbackMessage: z.string().max(1_000).default(""),
  /** A tap on a button of a session that no longer lives. */
  oldTap: oldTapSchema.default("restart"),
  /** With `oldTap: "reply"`. */
  oldTapMessage: z.string().max(1_000).default(""),
  /** Whether “agent” and “cancel” mean in this flow what they mean everywhere. Stop words always do. */
  globalWords: z.boolean().default(true),
});
export type FlowSettings = z.infer<typeof flowSettingsSchema>;
