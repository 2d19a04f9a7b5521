/** The simulator's phone: a customer inside the server who writes through the real webhook route. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { id, timestamp } from "./common.ts";

export const simulatorContract = {
  /** The workspace's simulator channel and a phone on it (made when there is none). Same `phone` → same contact. */
  phone: oc
    .route({ method: "POST", path: "/simulator/phone", tags: ["Simulator"] })
    .input(
      z.strictObject({
        phone: z
          .string()
          .regex(/^\d{6,15}$/)
          .optional(),
        name: z.string().max(80).optional(),
      }),
    )
    .output(
      z.object({ channelId: id, phone: z.string(), name: z.string(), contactId: id, conversationId: id }),
    ),
  /** The customer writes, taps, or shares. Signed and posted to the webhook route like any delivery. */
  send: oc
    .route({ method: "POST", path: "/simulator/messages", tags: ["Simulator"], successStatus: 202 })
    .input(
      z.strictObject({
        phone: z.string().regex(/^\d{6,15}$/),
        name: z.string().max(80).optional(),
        message: z.discriminatedUnion("type", [
          z.strictObject({
            type: z.literal("text"),
            text: z.string().min(1).max(4_096),
            replyTo: z.string().optional(),
          }),
          /** `replyTo` is the waMessageId of the message that carries the button or row. */
          z.strictObject({
            type: z.literal("button"),
            id: z.string(),
            title: z.string(),
            replyTo: z.string().optional(),
          }),
          /** The quick reply of a template; `id` is its payload. */
          z.strictObject({
            type: z.literal("template-button"),
            id: z.string(),
            title: z.string(),
            replyTo: z.string().optional(),
          }),
          z.strictObject({
            type: z.literal("list"),
            id: z.string(),
            title: z.string(),
            description: z.string().optional(),
            replyTo: z.string().optional(),
          }),
          z.strictObject({
            type: z.literal("location"),
            latitude: z.number(),
            longitude: z.number(),
            name: z.string().optional(),
          }),
          z.strictObject({ type: z.literal("image"), caption: z.string().optional() }),
          z.strictObject({ type: z.literal("sticker") }),
          z.strictObject({ type: z.literal("video"), caption: z.string().optional() }),
          z.strictObject({ type: z.literal("voice") }),
          z.strictObject({ type: z.literal("document"), filename: z.string().max(240) }),
          z.strictObject({
            type: z.literal("contact"),
            name: z.string().min(1).max(80),
            phone: z.string().min(1).max(40),
          }),
          /** The answer to a form (WhatsApp Flow); `token` is the form's own. */
          z.strictObject({
            type: z.literal("form"),
            values: z.record(z.string(), z.unknown()),
            token: z.string().optional(),
            replyTo: z.string().optional(),
          }),
          /** `messageId` is the waMessageId of what is reacted to; an empty emoji takes the reaction back. */
          z.strictObject({ type: z.literal("reaction"), messageId: z.string(), emoji: z.string().max(16) }),
          /** A kind no flow understands, to see the fallback. */
          z.strictObject({ type: z.literal("unsupported") }),
        ]),
      }),
    )
    .output(z.object({ waMessageId: z.string() })),
  /** The phone has the chat open: what was delivered becomes read. */
  read: oc
    .route({ method: "POST", path: "/simulator/read", tags: ["Simulator"], successStatus: 204 })
    .input(z.strictObject({ phone: z.string() }))
    .output(z.undefined()),
  /** Ends the live session and starts the flow's draft (kept as a version of its own) for this phone. */
  runDraft: oc
    .route({ method: "POST", path: "/simulator/run-draft", tags: ["Simulator"], successStatus: 202 })
    .input(z.strictObject({ phone: z.string(), flowId: id }))
    .output(z.object({ flowVersionId: id })),
  /** Lets time pass: the next thing that the phone's session waits for by the clock happens now. Null: nothing does. */
  skipWait: oc
    .route({ method: "POST", path: "/simulator/skip-wait", tags: ["Simulator"] })
    .input(z.strictObject({ phone: z.string() }))
    .output(
      z.object({
        skipped: z.object({ purpose: z.enum(["timeout", "wake", "expiry"]), dueAt: timestamp }).nullable(),
      }),
    ),
  /** Forgets the phone's chat: ends the session and hides what was said. */
  reset: oc
    .route({ method: "POST", path: "/simulator/reset", tags: ["Simulator"], successStatus: 204 })
    .input(z.strictObject({ phone: z.string() }))
    .output(z.undefined()),
};
