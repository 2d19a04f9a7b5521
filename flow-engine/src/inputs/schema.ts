/** Everything that can move a session: inbox rows become these, one row one input. */
import { z } from "zod";
import { triggerEventSchema } from "../triggers/event.ts";
import { inputMessageSchema } from "./message.ts";

/** Why a flow starts. `mode` is how its trigger matched. */
export const causeSchema = z.object({
  kind: z.enum(["trigger", "manual", "api", "flow"]),
  keyword: z.string().optional(),
  mode: z.string().optional(),
});

/** What came of a task: the body as its kind says, or a code such as `timeout`, `network`, `http-404`. */
export const taskResultSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), status: z.number().optional(), body: z.unknown() }),
  z.object({
    ok: z.literal(false),
    code: z.string(),
    message: z.string(),
    status: z.number().optional(),
    body: z.unknown().optional(),
  }),
]);
export type TaskResult = z.infer<typeof taskResultSchema>;

export const inputSchema = z.discriminatedUnion("type", [
  /** Begins a session. `message` or `event` is what triggered it, when one did. */
  z.object({
    type: z.literal("start"),
    cause: causeSchema,
    message: inputMessageSchema.optional(),
    event: triggerEventSchema.optional(),
  }),
  /** Another flow goes first: the session's wait is put aside until that flow ends. */
  z.object({
    type: z.literal("interrupt"),
    /** Version id of the flow that goes first. */
    program: z.string(),
    cause: causeSchema,
    message: inputMessageSchema.optional(),
    event: triggerEventSchema.optional(),
  }),
  z.object({ type: z.literal("message"), message: inputMessageSchema }),
  z.object({ type: z.literal("timer"), waitId: z.string(), purpose: z.enum(["timeout", "wake", "expiry"]) }),
  z.object({ type: z.literal("task-result"), waitId: z.string(), result: taskResultSchema }),
  /** A program outside called the session's address. */
  z.object({ type: z.literal("webhook"), body: z.unknown() }),
  /** What became of a message that was sent with `report`. */
  z.object({
    type: z.literal("delivery"),
    effectId: z.string(),
    status: z.enum(["sent", "failed"]),
    code: z.string().optional(),
    message: z.string().optional(),
  }),
  /** Its flow was published anew, and sessions under way go on in the new version where they can. */
  z.object({
    type: z.literal("move"),
    /** Version ids: the one it goes by so far, and the new one. */
    from: z.string(),
    program: z.string(),
  }),
  /** An agent handed the conversation back, or ended the session. */
  z.object({ type: z.literal("agent"), action: z.enum(["hand-back", "end"]), reason: z.string().optional() }),
]);
export type Input = z.infer<typeof inputSchema>;
