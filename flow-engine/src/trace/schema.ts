/** What happened in a step, in the past tense: the log that the canvas, replay and "why" read. */
import { z } from "zod";

const at = { nodeId: z.string() };

export const traceEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("session-started"), cause: z.string(), keyword: z.string().optional() }),
  z.object({ type: z.literal("node-entered"), ...at }),
  z.object({ type: z.literal("node-resumed"), ...at, by: z.string() }),
  z.object({ type: z.literal("port-taken"), ...at, port: z.string(), target: z.string().nullable() }),
  z.object({ type: z.literal("variable-set"), ...at, name: z.string(), value: z.unknown() }),
  z.object({ type: z.literal("message-sent"), ...at, effectId: z.string() }),
  z.object({ type: z.literal("answer-rejected"), ...at, code: z.string(), message: z.string() }),
  z.object({ type: z.literal("error"), ...at, code: z.string(), message: z.string() }),
  z.object({ type: z.literal("waited"), ...at, waitId: z.string(), for: z.string() }),
  z.object({ type: z.literal("flow-called"), ...at, flow: z.string() }),
  z.object({ type: z.literal("flow-returned"), ...at }),
  /** The walk left its flow for another one for good. */
  z.object({ type: z.literal("flow-changed"), ...at, flow: z.string() }),
  z.object({ type: z.literal("flow-suspended"), ...at, flow: z.string(), keyword: z.string().optional() }),
  z.object({ type: z.literal("flow-resumed"), ...at }),
  /** Its flow was published anew: from here on it goes by that version. */
  z.object({ type: z.literal("version-changed"), ...at, from: z.string(), to: z.string() }),
  z.object({ type: z.literal("variant-assigned"), ...at, experiment: z.string(), variant: z.string() }),
  z.object({ type: z.literal("global-word"), word: z.string() }),
  z.object({ type: z.literal("message-kept"), reason: z.string() }),
  z.object({ type: z.literal("input-ignored"), reason: z.string() }),
  z.object({
    type: z.literal("failed"),
    nodeId: z.string().nullable(),
    code: z.string(),
    message: z.string(),
  }),
  z.object({ type: z.literal("session-ended"), reason: z.string() }),
]);
export type TraceEvent = z.infer<typeof traceEventSchema>;
