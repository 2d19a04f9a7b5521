/** A customer's message as an input carries it. */
import { z } from "zod";
import { inboundContentSchema } from "../content/inbound.ts";

/** Where a message came from besides the chat: an ad, a link with a `ref`, a story. */
export const originSchema = z.object({
  /** `ref` of a wa.me, m.me or ig.me link, or of a QR code. */
  ref: z.string().optional(),
  /** A click-to-WhatsApp or click-to-Messenger ad. */
  ad: z
    .object({
      id: z.string(),
      headline: z.string().optional(),
      body: z.string().optional(),
      url: z.string().optional(),
      /** WhatsApp's click id, to report conversions with. */
      clickId: z.string().optional(),
    })
    .optional(),
  /** An Instagram story it answers, or that mentions the business. */
  story: z.object({ kind: z.enum(["reply", "mention"]), url: z.string().optional() }).optional(),
});
export type Origin = z.infer<typeof originSchema>;

export const inputMessageSchema = z.object({
  id: z.string(),
  content: inboundContentSchema,
  origin: originSchema.optional(),
});
export type InputMessage = z.infer<typeof inputMessageSchema>;
