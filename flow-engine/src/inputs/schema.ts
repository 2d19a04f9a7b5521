/** Everything that can move a session: inbox rows become these, one row one input. */
import { z } from "zod";
import { inputMessageSchema } from "./message.ts";

export const inputSchema = z.discriminatedUnion("type", [
  /** Begins a session. `message` is what triggered it, when a message did. */
  z.object({
    type: z.literal("start"),
    cause: z.object({
      kind: z.enum(["trigger", "manual", "api", "flow"]),
      keyword: z.string().optional(),
      mode: z.string().optional(),
    }),
    message: inputMessageSchema.optional(),
  }),
  z.object({ type: z.literal("message"), message: inputMessageSchema }),
  z.object({ type: z.literal("timer"), waitId: z.string(), purpose: z.enum(["timeout", "wake", "expiry"]) }),
  z.object({
    type: z.literal("task-result"),
    waitId: z.string(),
    result: z.discriminatedUnion("ok", [
      z.object({ ok: z.literal(true), status: z.number().optional(), body: z.unknown() }),
      z.object({
        ok: z.literal(false),
        code: z.string(),
        message: z.string(),
        status: z.number().optional(),
        body: z.unknown().optional(),
      }),
    ]),
  }),
  /** An agent handed the conversation back, or ended the session. */
  z.object({ type: z.literal("agent"), action: z.enum(["hand-back", "end"]), reason: z.string().optional() }),
]);
export type Input = z.infer<typeof inputSchema>;
export type TaskResult = Extract<Input, { type: "task-result" }>["result"];
