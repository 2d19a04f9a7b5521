/** A customer's message as an input carries it. */
import { z } from "zod";
import { inboundContentSchema } from "../content/inbound.ts";

export const inputMessageSchema = z.object({ id: z.string(), content: inboundContentSchema });
export type InputMessage = z.infer<typeof inputMessageSchema>;
