/** What starts a flow. A bare keyword (no `mode`) means `contains`; the editor writes `word`. */
import { z } from "zod";
import { scheduleSchema } from "../calendar/schedule.ts";
import { ACTIVITIES } from "./event.ts";

export const KEYWORD_MODES = ["exact", "starts-with", "word", "contains", "regex"] as const;
export const keywordModeSchema = z.enum(KEYWORD_MODES);
export type KeywordMode = z.infer<typeof keywordModeSchema>;

/** Narrow a trigger to some conversations. All given ones must hold; each holds when one of its values fits. */
export const triggerConditionsSchema = z.looseObject({
  channelIds: z.array(z.string()).optional(),
  platforms: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  languages: z.array(z.string()).optional(),
  /** Only while open, or only while closed: by a schedule of its own, or else the workspace's hours. */
  hours: z.looseObject({ when: z.enum(["open", "closed"]), schedule: scheduleSchema.optional() }).optional(),
});
export type TriggerConditions = z.infer<typeof triggerConditionsSchema>;

const common = {
  conditions: triggerConditionsSchema.optional(),
  /** Tried even while a session waits. `true` and `end`: that session ends first. `suspend`: it goes on afterwards. */
  interrupts: z.union([z.boolean(), z.enum(["end", "suspend"])]).optional(),
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
/** The “Get started” button of Messenger and Instagram, and the first opening of a chat on WhatsApp. */
export const getStartedTriggerSchema = z.looseObject({ type: z.literal("get-started"), ...common });
/** The first message this contact ever sends on the channel. */
export const firstMessageTriggerSchema = z.looseObject({ type: z.literal("first-message"), ...common });
/** The first message after at least so many days of silence. */
export const reopenedTriggerSchema = z.looseObject({
  type: z.literal("reopened"),
  days: z.number().int().min(1).max(365),
  ...common,
});
/** A message or a visit that came from an ad (click to WhatsApp, to Messenger, to Instagram). */
export const adTriggerSchema = z.looseObject({
  type: z.literal("ad"),
  /** Ids of ads or posts; absent or empty: any. */
  adIds: z.array(z.string().min(1).max(100)).max(200).optional(),
  ...common,
});
/** A wa.me, m.me or ig.me link with `ref`, or a QR code of one. */
export const refLinkTriggerSchema = z.looseObject({
  type: z.literal("ref-link"),
  ref: z.string().min(1).max(250),
  ...common,
});
/** A comment under a post or a live video: the flow's first message goes to the commenter as a private reply. */
export const commentTriggerSchema = z.looseObject({
  type: z.literal("comment"),
  /** Absent or empty: any post. */
  postIds: z.array(z.string().min(1).max(100)).max(200).optional(),
  /** Absent: any text. */
  keyword: z.string().min(1).max(200).optional(),
  mode: keywordModeSchema.default("word"),
  live: z.boolean().optional(),
  ...common,
});
/** An Instagram story: the customer answers one of ours, or mentions us in theirs. */
export const storyTriggerSchema = z.looseObject({
  type: z.literal("story"),
  on: z.enum(["reply", "mention", "any"]).default("any"),
  ...common,
});
export const optInTriggerSchema = z.looseObject({
  type: z.literal("opt-in"),
  /** Absent: any. */
  topic: z.string().min(1).max(100).optional(),
  ...common,
});
/** Somebody mentions the business, rates its page, posts on it, or calls. */
export const activityTriggerSchema = z.looseObject({
  type: z.literal("activity"),
  on: z.enum([...ACTIVITIES, "any"]).default("any"),
  ...common,
});
/** Somebody filled in a lead form (an instant form of an ad). Its fields are in `trigger.event.fields`. */
export const leadTriggerSchema = z.looseObject({
  type: z.literal("lead"),
  /** Absent or empty: any form. */
  formIds: z.array(z.string().min(1).max(100)).max(200).optional(),
  ...common,
});
export const tagAddedTriggerSchema = z.looseObject({
  type: z.literal("tag-added"),
  tag: z.string().trim().min(1).max(60),
  ...common,
});
export const fieldChangedTriggerSchema = z.looseObject({
  type: z.literal("field-changed"),
  field: z.string().trim().min(1).max(64),
  /** Only when it becomes this, compared folded; absent: at any change. */
  to: z.string().max(500).optional(),
  ...common,
});
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
/** A date that is kept with the contact (a birthday, an appointment), or so many days before or after it. */
export const dateReachedTriggerSchema = z.looseObject({
  type: z.literal("date-reached"),
  field: z.string().trim().min(1).max(64),
  /** Negative: before the date. */
  days: z.number().int().min(-365).max(365).default(0),
  /** In the contact's time zone, or the workspace's. */
  time: z.string().regex(CLOCK, "write times like 09:00").default("09:00"),
  /** Every year on that day, whatever the year of the date. */
  yearly: z.boolean().optional(),
  ...common,
});
/** Again and again at set times, for everybody whom the conditions let through. */
export const scheduleTriggerSchema = z.looseObject({
  type: z.literal("schedule"),
  name: z.string().max(80).default(""),
  /** Five fields: minute, hour, day of month, month, day of week. */
  cron: z.string().min(9).max(100),
  /** IANA zone; absent: the workspace's. */
  timeZone: z.string().max(60).optional(),
  ...common,
});
/** A program reports an event by name for a contact: `POST /api/v1/events`. */
export const eventTriggerSchema = z.looseObject({
  type: z.literal("event"),
  name: z.string().trim().min(1).max(80),
  ...common,
});
/** Any message nothing else takes, whatever its kind. */
export const catchAllTriggerSchema = z.looseObject({ type: z.literal("catch-all"), ...common });

export const triggerSchema = z.discriminatedUnion("type", [
  keywordTriggerSchema,
  payloadTriggerSchema,
  getStartedTriggerSchema,
  firstMessageTriggerSchema,
  reopenedTriggerSchema,
  adTriggerSchema,
  refLinkTriggerSchema,
  commentTriggerSchema,
  storyTriggerSchema,
  optInTriggerSchema,
  activityTriggerSchema,
  leadTriggerSchema,
  tagAddedTriggerSchema,
  fieldChangedTriggerSchema,
  dateReachedTriggerSchema,
  scheduleTriggerSchema,
  eventTriggerSchema,
  catchAllTriggerSchema,
]);
export type Trigger = z.infer<typeof triggerSchema>;
export type TriggerType = Trigger["type"];
export type KeywordTrigger = z.infer<typeof keywordTriggerSchema>;
export type TriggerOf<T extends TriggerType> = Extract<Trigger, { type: T }>;

/** Triggers without a customer's message behind them: nobody may be written to freely then. */
export const UNPROMPTED_TRIGGERS: ReadonlySet<TriggerType> = new Set([
  "lead",
  "tag-added",
  "field-changed",
  "date-reached",
  "schedule",
  "event",
]);
