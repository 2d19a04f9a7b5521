/** What can start a flow besides a message: things that happen around a contact, as data. */
import { z } from "zod";

/** The flow whose trigger was due; absent: any flow that has such a trigger. */
const oneFlow = { flowId: z.string().optional() };

export const ACTIVITIES = ["mention", "rating", "post", "call"] as const;
const activitySchema = z.enum(ACTIVITIES);

export const triggerEventSchema = z.discriminatedUnion("type", [
  /** A comment on a post or a live video, of the page or the Instagram account. */
  z.object({
    type: z.literal("comment"),
    text: z.string(),
    commentId: z.string(),
    postId: z.string().optional(),
    live: z.boolean().optional(),
  }),
  /** The contact came by a link or an ad and has not written yet (Messenger). */
  z.object({
    type: z.literal("referral"),
    ref: z.string().optional(),
    ad: z.object({ id: z.string() }).optional(),
  }),
  /** A Messenger opt-in (a plug-in, a check box), with what the page said it was for. */
  z.object({ type: z.literal("opt-in"), topic: z.string().optional() }),
  /** Something in public, or a call: a mention of the business, a rating, a post on its page. */
  z.object({
    type: z.literal("activity"),
    activity: activitySchema,
    text: z.string(),
    /** Of the post, the rating or the call. */
    id: z.string().optional(),
    postId: z.string().optional(),
    commentId: z.string().optional(),
    /** A rating: 1 to 5, or whether they recommend the page. */
    rating: z.number().optional(),
    recommends: z.boolean().optional(),
  }),
  /** A lead form that the contact filled in, by its fields' names. */
  z.object({
    type: z.literal("lead"),
    leadId: z.string(),
    formId: z.string().optional(),
    adId: z.string().optional(),
    fields: z.record(z.string(), z.string()),
  }),
  z.object({ type: z.literal("tag-added"), tag: z.string() }),
  z.object({
    type: z.literal("field-changed"),
    field: z.string(),
    before: z.unknown().optional(),
    after: z.unknown(),
  }),
  /** A date field of the contact, its offset counted in, has come: by one flow's trigger, told by its days and time. */
  z.object({
    type: z.literal("date-reached"),
    field: z.string(),
    date: z.string(),
    days: z.number().optional(),
    time: z.string().optional(),
    ...oneFlow,
  }),
  /** One flow's schedule is due. */
  z.object({ type: z.literal("schedule"), name: z.string(), cron: z.string().optional(), ...oneFlow }),
  /** A named event that a program reported by the API. */
  z.object({
    type: z.literal("event"),
    name: z.string(),
    data: z.record(z.string(), z.unknown()).optional(),
  }),
]);
export type TriggerEvent = z.infer<typeof triggerEventSchema>;
export type TriggerEventType = TriggerEvent["type"];
