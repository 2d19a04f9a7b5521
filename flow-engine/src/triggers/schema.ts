/** What starts a flow. A bare keyword (no `mode`) means `contains`; the editor writes `word`. */
import { z } from "zod";

export const KEYWORD_MODES = ["exact", "starts-with", "word", "contains", "regex"] as const;
export const keywordModeSchema = z.enum(KEYWORD_MODES);
export type KeywordMode = z.infer<typeof keywordModeSchema>;

/** Narrow a trigger to some conversations. All given ones must hold; each holds when one of its values fits. */
export const triggerConditionsSchema = z.looseObject({
  channelIds: z.array(z.string()).optional(),
  platforms: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  languages: z.array(z.string()).optional(),
});
export type TriggerConditions = z.infer<typeof triggerConditionsSchema>;

const common = {
  conditions: triggerConditionsSchema.optional(),
  /** Tried even while a session waits; ends that session first. */
  interrupts: z.boolean().optional(),
};

export const keywordTriggerSchema = z.looseObject({
  type: z.literal("keyword"),
  /** `default` matches every message, at the lowest rank. */
  keyword: z.string().min(1).max(200),
  mode: keywordModeSchema.default("contains"),
  ...common,
});
/** A tap whose id is `payload`, or whose id begins with it when `prefix` is set. */
export const payloadTriggerSchema = z.looseObject({
  type: z.literal("payload"),
  payload: z.string().min(1).max(256),
  prefix: z.boolean().optional(),
  ...common,
});
/** The first message this contact ever sends on the channel. */
export const firstMessageTriggerSchema = z.looseObject({ type: z.literal("first-message"), ...common });
/** Any message nothing else takes, whatever its kind. */
export const catchAllTriggerSchema = z.looseObject({ type: z.literal("catch-all"), ...common });

export const triggerSchema = z.discriminatedUnion("type", [
  keywordTriggerSchema,
  payloadTriggerSchema,
  firstMessageTriggerSchema,
  catchAllTriggerSchema,
]);
export type Trigger = z.infer<typeof triggerSchema>;
export type KeywordTrigger = z.infer<typeof keywordTriggerSchema>;
