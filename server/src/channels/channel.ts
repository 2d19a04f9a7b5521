/** One interface for every channel: verify, parse, render, send. WhatsApp, Instagram, Messenger and the simulator fit it alike. */
import type { InboundContent, MessageContent } from "@hilo/flow-engine";
import { inboundContentSchema, originSchema, triggerEventSchema } from "@hilo/flow-engine";
import { z } from "zod";
import type { ErrorClass } from "./errors.ts";

export type Platform = "whatsapp" | "instagram" | "messenger" | "simulator";
/** Whose limits, windows and words a channel has. */
export type PlayedPlatform = Exclude<Platform, "simulator">;

export interface Playing {
  plays?: PlayedPlatform | undefined;
}

export function playedBy(platform: Platform, { plays = "whatsapp" }: Playing): PlayedPlatform {
  return platform === "simulator" ? plays : platform;
}

/** Which sign-in a token is of. Instagram accounts can be had by either; each has a host and a secret of its own. */
export type Login = "facebook" | "instagram";

/** What an inbox row of kind `message` carries as payload. */
const inboundPayloadSchema = z.object({
  content: inboundContentSchema,
  platformMessageId: z.string(),
  /** Platform id of the message this one answers or taps on. */
  replyTo: z.string().nullable(),
  /** Our own id of the message this one taps on, where the platform gives back what we put into its button. */
  tapsOn: z.uuid().nullable().optional(),
  profileName: z.string().nullable(),
  /** E.164 with `+`, when the platform tells it. */
  phone: z.string().nullable(),
  /** When the platform says it was written; ISO. */
  providerAt: z.string().nullable(),
  /** The ad, link or story it came from. */
  origin: originSchema.optional(),
  /** Other ids of the same person here: a business-scoped user id beside the number. */
  otherIds: z.array(z.string()).optional(),
  /** From before the channel was connected: shown, and answered by nobody. */
  past: z.boolean().optional(),
});
export type InboundPayload = z.infer<typeof inboundPayloadSchema>;

export interface DeliveryError {
  code: string;
  /** Absent where nothing was refused: the message did not come so far. */
  class?: ErrorClass;
  message: string;
  remedy?: string;
}

/** A message that was written for the business outside Hilo: by a person on the phone or in the platform's inbox, or by another app. */
const echoPayloadSchema = z.object({
  content: inboundContentSchema,
  platformMessageId: z.string(),
  /** The app that sent it; null: a person. Ours among them: the platform repeats what Hilo sends. */
  appId: z.string().nullable(),
  /** Our own message id, where the platform repeats what we sent along. */
  ours: z.uuid().nullable().optional(),
  providerAt: z.string().nullable(),
  past: z.boolean().optional(),
});
export type EchoPayload = z.infer<typeof echoPayloadSchema>;

/** A message that its writer changed, or (null) took back. */
const revisionPayloadSchema = z.object({
  platformMessageId: z.string(),
  content: inboundContentSchema.nullable(),
});
export type RevisionPayload = z.infer<typeof revisionPayloadSchema>;

/** Everything sent to a person until then is delivered or read. */
const watermarkPayloadSchema = z.object({
  status: z.enum(["delivered", "read"]),
  upTo: z.iso.datetime(),
});

/** The person has another number, or the platform names them anew. */
const identityPayloadSchema = z.object({
  /** The number's digits or the user id from now on, then further ids. */
  newIds: z.array(z.string()).min(1),
  /** E.164 with `+`; null when it is not told. */
  phone: z.string().nullable(),
  /** The platform's own words. */
  text: z.string(),
});
export type IdentityPayload = z.infer<typeof identityPayloadSchema>;

/** The person told the platform to stop, or to allow again, marketing by this business. */
const preferencePayloadSchema = z.object({ marketing: z.enum(["stop", "resume"]) });

/** Something besides a message that may start a flow. */
const eventPayloadSchema = z.object({
  event: triggerEventSchema,
  profileName: z.string().nullable(),
  /** When the platform says it happened; ISO. */
  providerAt: z.string().nullable().optional(),
});
export type EventPayload = z.infer<typeof eventPayloadSchema>;

/** What an inbox row about a person carries, by its kind. */
export const PAYLOAD_SCHEMAS = {
  message: inboundPayloadSchema,
  echo: echoPayloadSchema,
  revision: revisionPayloadSchema,
  event: eventPayloadSchema,
  watermark: watermarkPayloadSchema,
  identity: identityPayloadSchema,
  preference: preferencePayloadSchema,
};

/** What every kind of event about a person has. `providerKey` is unique per channel and names the delivery for ever. */
interface AboutPerson {
  platformId: string;
  externalId: string;
  providerKey: string;
}

/** What a webhook body says, in one union for all channels. */
export type InboundEvent =
  /** A customer wrote, tapped or shared. */
  | ({ kind: "message"; payload: InboundPayload } & AboutPerson)
  | ({ kind: "echo"; payload: EchoPayload } & AboutPerson)
  | ({ kind: "revision"; payload: z.infer<typeof revisionPayloadSchema> } & AboutPerson)
  | ({ kind: "event"; payload: z.infer<typeof eventPayloadSchema> } & AboutPerson)
  /** A send's fate. Never wakes the engine. */
  | {
      kind: "status";
      platformId: string;
      platformMessageId: string;
      status: "sent" | "delivered" | "read" | "failed";
      at: Date;
      error: DeliveryError | null;
      /** Our message id, echoed. */
      opaque: string | null;
    }
  | ({ kind: "watermark"; payload: z.infer<typeof watermarkPayloadSchema> } & AboutPerson)
  | ({ kind: "identity"; payload: IdentityPayload } & AboutPerson)
  | ({ kind: "preference"; payload: z.infer<typeof preferencePayloadSchema> } & AboutPerson)
  /** Somebody filled in a lead form; what is in it has to be asked for. */
  | {
      kind: "lead";
      platformId: string;
      leadId: string;
      formId: string | null;
      adId: string | null;
      providerKey: string;
      raw: unknown;
    }
  /** Stored and shown; changes no conversation (account fields, unknown fields). */
  | { kind: "other"; platformId: string; field: string; providerKey: string; raw: unknown }
  /** One entry that can't be read; the others go on. */
  | { kind: "bad"; platformId: string | null; providerKey: string; reason: string; raw: unknown };

/** One HTTP request to the platform, without token or host. `path` is below `/{version}/`. */
export interface RenderedSend {
  path: string;
  body: Record<string, unknown>;
}

export interface SendTarget {
  platformId: string;
  /** The far side's id: wa_id, IGSID, PSID. */
  externalId: string;
  phone: string | null;
  /** Our message id, sent along so that an unknown outcome can be settled by a status. */
  messageId: string;
  /** The platform's id of the message that this one quotes. */
  replyTo?: string | null;
  /** Messenger and Instagram: a comment that this answers in private. */
  commentId?: string | null;
  /** Messenger and Instagram, after 24 h: written by a person. */
  tag?: "HUMAN_AGENT" | null;
}

/** A complete HTTP answer; `body` is parsed JSON, or the text when it is not JSON. */
export interface SendAnswer {
  status: number;
  body: unknown;
  /** From Retry-After, in milliseconds. */
  retryAfterMs: number | null;
}

/** What came of a send; never thrown. */
export type SendResult =
  /** Null for an action, which is no message. */
  | { outcome: "sent"; platformMessageId: string | null }
  /** Definitely not accepted; try again no sooner than in `afterMs`. `scope`: who must wait. */
  | { outcome: "retry"; afterMs: number; scope: "message" | "conversation" | "channel"; error: DeliveryError }
  /** The token or the account is not usable: the channel's sends are held. */
  | { outcome: "hold-channel"; state: "reauthorize" | "paused"; error: DeliveryError }
  /** Nobody knows whether it was accepted. Not resent. */
  | { outcome: "uncertain"; error: DeliveryError }
  | { outcome: "dead"; error: DeliveryError };

/** Shown to the customer besides messages. Never repeated, never waited for. */
export interface Signal {
  kind: "typing" | "read";
  /** The platform's id of the customer's latest message. */
  messageId: string | null;
}

export interface ChannelAdapter {
  readonly platform: Platform;
  /** `object` of the webhook bodies it reads. */
  readonly webhookObject: string;
  /** @param now stands in where the platform gives no readable time. Pure. */
  parse(body: unknown, now: Date): InboundEvent[];
  /** A fitted content as the platform's request; null when the channel has no such message. Pure. */
  render(content: MessageContent, target: SendTarget): RenderedSend | null;
  /** Shows the customer that somebody is writing, or that their message was read; null when there is nothing to show it by. Pure. */
  renderSignal(signal: Signal, target: Pick<SendTarget, "platformId" | "externalId">): RenderedSend | null;
  /** Reads the platform's answer to a send of a fitted content. Pure. */
  readAnswer(answer: SendAnswer, content: MessageContent): SendResult;
}

/** A line for lists: what a content looks like in one row. */
export function preview(content: MessageContent | InboundContent): string {
  switch (content.type) {
    case "tap":
      return content.tap.title;
    case "media":
      return "caption" in content && content.caption ? content.caption : `[${content.media.kind}]`;
    case "unknown":
      return `[${content.platformType}]`;
    case "template":
      return content.text || `[${content.name}]`;
    case "contacts":
      return "[contacts]";
    case "notice":
      return content.text || `[${content.about}]`;
    case "contact-card":
      return content.contacts.map(({ name }) => name).join(", ");
    default:
      return ("text" in content && content.text) || `[${content.type}]`;
  }
}
