/** What a step asks of the world, in the imperative. The server turns each into rows; nothing is done inside the step. */
import { z } from "zod";
import { messageContentSchema } from "../content/schema.ts";

/** `id` is `sessionId:seq:n`: the same step asks for the same effects under the same names. */
const base = { id: z.string(), nodeId: z.string().nullable() };

export const httpTaskSchema = z.object({
  kind: z.literal("http-request"),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  /** Name of a stored secret sent as `Authorization: Bearer …`; the value never enters the engine. */
  secret: z.string().optional(),
  timeoutMs: z.number().int(),
  retries: z.number().int(),
});
export const taskSchema = z.discriminatedUnion("kind", [httpTaskSchema]);
export type EngineTask = z.infer<typeof taskSchema>;

export const effectSchema = z.discriminatedUnion("type", [
  z.object({ ...base, type: z.literal("send-message"), content: messageContentSchema }),
  z.object({
    ...base,
    type: z.literal("set-timer"),
    waitId: z.string(),
    purpose: z.enum(["timeout", "wake", "expiry"]),
    /** Milliseconds since the epoch. */
    dueAt: z.number(),
  }),
  z.object({ ...base, type: z.literal("cancel-timers"), waitId: z.string() }),
  z.object({ ...base, type: z.literal("perform-task"), waitId: z.string(), task: taskSchema }),
  z.object({ ...base, type: z.literal("add-tag"), tag: z.string() }),
  z.object({ ...base, type: z.literal("remove-tag"), tag: z.string() }),
  z.object({ ...base, type: z.literal("set-contact-field"), field: z.string(), value: z.unknown() }),
  z.object({
    ...base,
    type: z.literal("hand-off"),
    note: z.string().optional(),
    team: z.string().optional(),
  }),
  /** The bot has the conversation again without an agent's doing (a hand-off timed out). */
  z.object({ ...base, type: z.literal("hand-back") }),
]);
export type Effect = z.infer<typeof effectSchema>;
export type EffectType = Effect["type"];
