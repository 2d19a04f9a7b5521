/** One item of `messaging` as events: a message, a tap, a reaction, a receipt, a visit. Pure. */
import type { InboundContent, Origin } from "@hilo/flow-engine";
import type { z } from "zod";
import type { InboundEvent } from "../channel.ts";
import { bad, fingerprint, other } from "../kept-events.ts";
import { cameBy, contentsOf, originOf } from "./parse-content.ts";
import { readTapPayload } from "./tap-payload.ts";
import {
  dateOf,
  deliverySchema,
  editSchema,
  type Item,
  itemSchema,
  messageSchema,
  optinSchema,
  postbackSchema,
  reactionSchema,
  readSchema,
  referralSchema,
} from "./wire.ts";

/** An item whose sender and time are read. */
interface Context {
  /** The page's or the Instagram account's id. */
  platformId: string;
  /** The customer. */
  externalId: string;
  raw: unknown;
  at: Date;
  providerAt: string | null;
}

export function parseItem(platformId: string, raw: unknown, now: Date): InboundEvent[] {
  const parsed = itemSchema.safeParse(raw);
  if (!parsed.success) return [bad(platformId, raw, parsed.error)];
  const item = parsed.data;
  const externalId = customerOf(item, platformId);
  if (externalId === null) return [other(platformId, fieldOf(item), raw)];
  const at = dateOf(item.timestamp);
  const context = { platformId, externalId, raw, at: at ?? now, providerAt: at?.toISOString() ?? null };
  return readers(item).flatMap((read) => read(context));
}

/** Whoever of the two is not the business. */
function customerOf({ sender, recipient }: Item, platformId: string): string | null {
  const ids = [sender?.id, recipient?.id].filter((id) => id !== undefined && id !== platformId);
  return ids[0] ?? null;
}

type Reader = (context: Context) => InboundEvent[];

/** What the item holds; an item without anything known is kept as it came. */
function readers(item: Item): Reader[] {
  const found: Reader[] = [];
  if (item.message !== undefined)
    found.push((at) => parsedBy(messageSchema, item.message, at, messageEvents));
  if (item.postback !== undefined)
    found.push((at) => parsedBy(postbackSchema, item.postback, at, postbackEvents));
  if (item.reaction !== undefined)
    found.push((at) => parsedBy(reactionSchema, item.reaction, at, reactionEvents));
  if (item.message_edit !== undefined)
    found.push((at) => parsedBy(editSchema, item.message_edit, at, editEvents));
  if (item.read !== undefined) found.push((at) => parsedBy(readSchema, item.read, at, readEvents));
  if (item.delivery !== undefined)
    found.push((at) => parsedBy(deliverySchema, item.delivery, at, deliveryEvents));
  if (item.optin !== undefined) found.push((at) => parsedBy(optinSchema, item.optin, at, optinEvents));
  if (item.referral !== undefined && item.postback === undefined)
    found.push((at) => parsedBy(referralSchema, item.referral, at, referralEvents));
  if (found.length === 0) found.push(({ platformId, raw }) => [other(platformId, fieldOf(item), raw)]);
  return found;
}

function parsedBy<S extends z.ZodType>(
  schema: S,
  value: unknown,
  context: Context,
  events: (value: z.infer<S>, context: Context) => InboundEvent[],
): InboundEvent[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? events(parsed.data, context) : [bad(context.platformId, context.raw, parsed.error)];
}

/** The item's own key, for the log of what is not read: `account_linking`, `pass_thread_control`, … */
function fieldOf(item: Item): string {
  const key = Object.keys(item).find((name) => !["sender", "recipient", "timestamp"].includes(name));
  return `messaging:${key ?? "unknown"}`;
}

function messageEvents(message: z.infer<typeof messageSchema>, context: Context): InboundEvent[] {
  const { mid } = message;
  if (message.is_deleted) return [revision(context, mid, null, `${mid}:deleted`)];
  if (message.is_unsupported)
    return [inbound(context, mid, { type: "unknown", platformType: "unsupported", raw: context.raw })];
  const contents = contentsOf(message, context.raw);
  const origin = originOf(message);
  const replyTo = message.reply_to?.mid ?? null;
  const tapsOn = message.quick_reply ? readTapPayload(message.quick_reply.payload).messageId : null;
  const { metadata } = message;
  const sent = message.is_echo && metadata ? [ourSend(context, mid, metadata)] : [];
  const said = contents.map((content, n) => {
    // A message of several parts is several messages here, the first under its own id.
    const id = n === 0 ? mid : `${mid}#${n}`;
    if (message.is_echo) return echo(context, id, content, { appId: message.app_id ?? null, ours: metadata });
    return inbound(context, id, content, { replyTo, tapsOn, ...(origin && n === 0 ? { origin } : {}) });
  });
  return [...sent, ...said];
}

function inbound(
  { platformId, externalId, providerAt }: Context,
  id: string,
  content: InboundContent,
  {
    replyTo = null,
    tapsOn = null,
    origin,
  }: { replyTo?: string | null; tapsOn?: string | null; origin?: Origin } = {},
): InboundEvent {
  const payload = {
    content,
    platformMessageId: id,
    replyTo,
    ...(tapsOn ? { tapsOn } : {}),
    profileName: null,
    phone: null,
    providerAt,
    ...(origin ? { origin } : {}),
  };
  return { kind: "message", platformId, externalId, providerKey: id, payload };
}

function echo(
  { platformId, externalId, providerAt }: Context,
  id: string,
  content: InboundContent,
  { appId, ours }: { appId: string | null; ours: string | null | undefined },
): InboundEvent {
  const payload = { content, platformMessageId: id, appId, ...(ours ? { ours } : {}), providerAt };
  return { kind: "echo", platformId, externalId, providerKey: `echo:${id}`, payload };
}

/** An echo of what Hilo sent proves that it went out, also when the answer to the send was lost. */
function ourSend({ platformId, at }: Context, mid: string, opaque: string): InboundEvent {
  return { kind: "status", platformId, platformMessageId: mid, status: "sent", at, error: null, opaque };
}

function revision(
  { platformId, externalId }: Context,
  platformMessageId: string,
  content: InboundContent | null,
  providerKey: string,
): InboundEvent {
  return { kind: "revision", platformId, externalId, providerKey, payload: { platformMessageId, content } };
}

function postbackEvents(postback: z.infer<typeof postbackSchema>, context: Context): InboundEvent[] {
  const { payload, title, referral } = postback;
  if (!payload) return [other(context.platformId, "messaging:postback", context.raw)];
  const id = postback.mid ?? fingerprint(context.raw);
  const origin = originOf({ referral, reply_to: null, attachments: null });
  const { optionId, messageId } = readTapPayload(payload);
  const tap = { kind: "postback" as const, id: optionId, title: title || optionId };
  return [inbound(context, id, { type: "tap", tap }, { tapsOn: messageId, ...(origin ? { origin } : {}) })];
}

function reactionEvents(reaction: z.infer<typeof reactionSchema>, context: Context): InboundEvent[] {
  const { mid, action, emoji } = reaction;
  const shown = action === "unreact" ? "" : emoji || reaction.reaction || "❤";
  const id = `reaction:${mid}:${action ?? ""}:${context.providerAt ?? fingerprint(context.raw)}`;
  return [inbound(context, id, { type: "reaction", messageId: mid, emoji: shown })];
}

function editEvents({ mid, text, num_edit }: z.infer<typeof editSchema>, context: Context): InboundEvent[] {
  return [
    revision(context, mid, { type: "text", text }, `${mid}:edit:${num_edit ?? fingerprint(context.raw)}`),
  ];
}

function readEvents({ watermark, mid }: z.infer<typeof readSchema>, context: Context): InboundEvent[] {
  if (mid !== undefined) return [status(context, mid, "read")];
  return [watermarkEvent(context, "read", dateOf(watermark) ?? context.at)];
}

function deliveryEvents(
  { mids, watermark }: z.infer<typeof deliverySchema>,
  context: Context,
): InboundEvent[] {
  if (mids && mids.length > 0) return mids.map((mid) => status(context, mid, "delivered"));
  const upTo = dateOf(watermark);
  return upTo ? [watermarkEvent(context, "delivered", upTo)] : [];
}

function watermarkEvent(
  { platformId, externalId }: Context,
  status: "delivered" | "read",
  upTo: Date,
): InboundEvent {
  const payload = { status, upTo: upTo.toISOString() };
  const providerKey = `${status}:${externalId}:${payload.upTo}`;
  return { kind: "watermark", platformId, externalId, providerKey, payload };
}

function status(
  { platformId, at }: Context,
  platformMessageId: string,
  is: "delivered" | "read",
): InboundEvent {
  return { kind: "status", platformId, platformMessageId, status: is, at, error: null, opaque: null };
}

function optinEvents(optin: z.infer<typeof optinSchema>, context: Context): InboundEvent[] {
  const { title, ref, payload, notification_messages_status: status } = optin;
  if (status === "STOP_NOTIFICATIONS" || status === "RESUME_NOTIFICATIONS")
    return [preference(context, status === "STOP_NOTIFICATIONS" ? "stop" : "resume")];
  const topic = title || ref || payload || undefined;
  return [happened(context, { type: "opt-in", ...(topic ? { topic } : {}) })];
}

function preference({ platformId, externalId, raw }: Context, marketing: "stop" | "resume"): InboundEvent {
  const providerKey = `preference:${fingerprint(raw)}`;
  return { kind: "preference", platformId, externalId, providerKey, payload: { marketing } };
}

function referralEvents(referral: z.infer<typeof referralSchema>, context: Context): InboundEvent[] {
  const { ref, ad } = cameBy(referral);
  return [
    happened(context, { type: "referral", ...(ref ? { ref } : {}), ...(ad ? { ad: { id: ad.id } } : {}) }),
  ];
}

function happened(
  { platformId, externalId, raw, providerAt }: Context,
  event: Extract<InboundEvent, { kind: "event" }>["payload"]["event"],
): InboundEvent {
  return {
    kind: "event",
    platformId,
    externalId,
    providerKey: fingerprint(raw),
    payload: { event, profileName: null, providerAt },
  };
}
