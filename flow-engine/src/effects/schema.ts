/** What a step asks of the world, in the imperative. The server turns each into rows; nothing is done inside the step. */
import { z } from "zod";
import { messageContentSchema } from "../content/schema.ts";
import { taskSchema } from "./task.ts";

/** `id` is `sessionId:seq:n`: the same step asks for the same effects under the same names. */
const base = { id: z.string(), nodeId: z.string().nullable() };

/** Who gets a conversation. A rule chooses among the people of a team, or among all who answer. */
export const assigneeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("nobody") }),
  /** By e-mail address or id. */
  z.object({ kind: z.literal("user"), user: z.string() }),
  z.object({ kind: z.literal("team"), team: z.string() }),
  z.object({
    kind: z.literal("rule"),
    rule: z.enum(["round-robin", "least-busy"]),
    team: z.string().optional(),
  }),
]);
export type Assignee = z.infer<typeof assigneeSchema>;

export const effectSchema = z.discriminatedUnion("type", [
  z.object({
    ...base,
    type: z.literal("send-message"),
    content: messageContentSchema,
    /** The id of a customer's message that this one quotes. */
    replyTo: z.string().optional(),
    /** The flow wants to know whether it was accepted: a `delivery` input follows. */
    report: z.boolean().optional(),
  }),
  z.object({
    ...base,
    type: z.literal("set-timer"),
    waitId: z.string(),
    purpose: z.enum(["timeout", "wake", "expiry"]),
    /** Milliseconds since the epoch. */
    dueAt: z.number(),
  }),
  z.object({ ...base, type: z.literal("cancel-timers"), waitId: z.string() }),
  /** `waitId` names the wait that its result ends; null when nothing waits for it. */
  z.object({ ...base, type: z.literal("perform-task"), waitId: z.string().nullable(), task: taskSchema }),
  z.object({ ...base, type: z.literal("add-tag"), tag: z.string() }),
  z.object({ ...base, type: z.literal("remove-tag"), tag: z.string() }),
  z.object({ ...base, type: z.literal("set-contact-field"), field: z.string(), value: z.unknown() }),
  z.object({
    ...base,
    type: z.literal("hand-off"),
    note: z.string().optional(),
    team: z.string().optional(),
    assign: assigneeSchema.optional(),
  }),
  /** The bot has the conversation again without an agent's doing (a hand-off timed out). */
  z.object({ ...base, type: z.literal("hand-back") }),
  /** Gives the conversation to somebody; the bot goes on. */
  z.object({ ...base, type: z.literal("assign"), to: assigneeSchema }),
  z.object({ ...base, type: z.literal("add-note"), text: z.string() }),
  /** Without a topic: everything. Out: no flow and no broadcast writes to the contact any more. */
  z.object({
    ...base,
    type: z.literal("set-opt-in"),
    state: z.enum(["in", "out"]),
    topic: z.string().optional(),
  }),
  /** Counts something that happened: a sale, a lead. */
  z.object({
    ...base,
    type: z.literal("track-event"),
    event: z.string(),
    value: z.number().optional(),
    properties: z.record(z.string(), z.unknown()).optional(),
  }),
  /** The contact's place in an experiment; the same at every visit. */
  z.object({ ...base, type: z.literal("assign-variant"), experiment: z.string(), variant: z.string() }),
  /** Shows that somebody is writing, for so many seconds or until the next message. */
  z.object({ ...base, type: z.literal("show-typing"), seconds: z.number() }),
  /** The customer's messages so far get their blue ticks. */
  z.object({ ...base, type: z.literal("mark-read") }),
]);
export type Effect = z.infer<typeof effectSchema>;
export type EffectType = Effect["type"];
