/** The simulator's phone: a customer inside the server who writes through the real webhook route. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { id, playedPlatform, timestamp } from "./common.ts";

/** As E.164 without its `+`. On Instagram and Messenger, which have no numbers, it stands for the person's id. */
const phone = z
  .string()
  .regex(
    /^[1-9]\d{5,14}$/,
    "a simulated phone is 6 to 15 digits with the country code and without +, such as 573001112233",
  );
/** Somebody who is played, and the platform they write on. */
const person = { phone, platform: playedPlatform.default("whatsapp") };
/** Answers of a flow before its step under way. */
const variables = z.record(z.string().max(200), z.unknown());

export const simulatorContract = {
  /** The workspace's simulator channel for the platform and a phone on it (made when there is none). Same `phone` → same contact. */
  phone: oc
    .route({ method: "POST", path: "/simulator/phone", tags: ["Simulator"] })
    .input(
      z.strictObject({
        phone: phone.optional(),
        platform: person.platform,
        name: z.string().max(80).optional(),
      }),
    )
    .output(
      z.object({
        channelId: id,
        phone: z.string(),
        name: z.string(),
        contactId: id,
        conversationId: id,
        /** The person's clock goes before the real one by so many seconds. */
        clockAheadS: z.number(),
      }),
    ),
  /** The customer writes, taps, or shares. Signed and posted to the webhook route like any delivery. */
  send: oc
    .route({ method: "POST", path: "/simulator/messages", tags: ["Simulator"], successStatus: 202 })
    .input(
      z.strictObject({
        ...person,
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
    .input(z.strictObject(person))
    .output(z.undefined()),
  /**
   * Ends the live session and starts the flow's draft (kept as a version of its own) for this phone: at its start, or at
   * a node with what the flow would remember there.
   */
  runDraft: oc
    .route({ method: "POST", path: "/simulator/run-draft", tags: ["Simulator"], successStatus: 202 })
    .input(
      z.strictObject({
        ...person,
        flowId: id,
        nodeId: z.string().max(200).optional(),
        variables: variables.optional(),
      }),
    )
    .output(z.object({ flowVersionId: id })),
  /**
   * Moves the person's clock forward: by seconds, to a moment, or to what the session waits for next. What comes by the
   * clock on the way comes, each at its time.
   */
  moveClock: oc
    .route({ method: "POST", path: "/simulator/clock", tags: ["Simulator"] })
    .input(
      z.strictObject({
        ...person,
        target: z.union([
          z.strictObject({ to: timestamp }),
          z.strictObject({ bySeconds: z.number().int().min(1) }),
          z.literal("next-timer"),
        ]),
      }),
    )
    .output(
      z.object({
        clockAheadS: z.number(),
        /** What came on the way, in order. */
        passed: z.array(z.enum(["timeout", "wake", "expiry", "trigger"])),
      }),
    ),
  /** Lets time pass: the next thing that the phone's session waits for by the clock happens now, and the phone's clock goes on until then. Null: nothing does. */
  skipWait: oc
    .route({ method: "POST", path: "/simulator/skip-wait", tags: ["Simulator"] })
    .input(z.strictObject(person))
    .output(
      z.object({
        skipped: z.object({ purpose: z.enum(["timeout", "wake", "expiry"]), dueAt: timestamp }).nullable(),
      }),
    ),
  /** Forgets the phone's chat: ends the session, hides what was said and puts its clock right. */
  reset: oc
    .route({ method: "POST", path: "/simulator/reset", tags: ["Simulator"], successStatus: 204 })
    .input(z.strictObject(person))
    .output(z.undefined()),
};
