/** A WhatsApp webhook body as events. One unreadable entry becomes a `bad` event and the others go on. Pure. */
import { z } from "zod";
import type { InboundEvent } from "../channel.ts";
import { deliveryError } from "../errors.ts";
import { bad, other } from "../kept-events.ts";
import { parseContent } from "./parse-content.ts";
import { parseOrigin } from "./parse-origin.ts";
import {
  bodySchema,
  changeSchema,
  contactSchema,
  entrySchema,
  messageSchema,
  secondsToDate,
  statusSchema,
  valueSchema,
} from "./wire.ts";

type Value = z.infer<typeof valueSchema>;
type Message = z.infer<typeof messageSchema>;

/** @param now stands in for a status without a readable time. */
export function parse(body: unknown, now: Date): InboundEvent[] {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return [bad(null, body, parsed.error)];
  return parsed.data.entry.flatMap((entry) => parseEntry(entry, now));
}

function parseEntry(raw: unknown, now: Date): InboundEvent[] {
  const entry = entrySchema.safeParse(raw);
  if (!entry.success) return [bad(null, raw, entry.error)];
  return entry.data.changes.flatMap((change) => parseChange(entry.data.id, change, now));
}

function parseChange(accountId: string, raw: unknown, now: Date): InboundEvent[] {
  const change = changeSchema.safeParse(raw);
  if (!change.success) return [bad(accountId, raw, change.error)];
  const value = valueSchema.safeParse(change.data.value);
  if (change.data.field !== "messages") {
    // Account-level fields carry no metadata: only the account's id tells whose they are.
    const platformId = value.success ? value.data.metadata.phone_number_id : accountId;
    return [other(platformId, change.data.field, raw)];
  }
  if (!value.success) return [bad(accountId, raw, value.error)];
  return parseValue(value.data, now);
}

function parseValue(value: Value, now: Date): InboundEvent[] {
  const platformId = value.metadata.phone_number_id;
  return [
    ...(value.messages ?? []).map((raw) => parseMessage(value, raw)),
    ...(value.statuses ?? []).map((raw) => parseStatus(platformId, raw, now)),
    ...(value.errors ?? []).map((raw) => other(platformId, "messages:errors", raw)),
  ];
}

function parseMessage(value: Value, raw: unknown): InboundEvent {
  const platformId = value.metadata.phone_number_id;
  const parsed = messageSchema.safeParse(raw);
  if (!parsed.success) return bad(platformId, raw, parsed.error);
  const message = parsed.data;
  // Notices about an account and talk in a group are nobody's turn in a conversation.
  if (message.type === "system") return other(platformId, "messages:system", raw);
  if (message.group_id) return other(platformId, "messages:group", raw);
  const sender = senderOf(message);
  if (sender === null)
    return bad(platformId, raw, "The message names no sender (neither from nor from_user_id).");
  const origin = parseOrigin(message.referral);
  return {
    kind: "message",
    platformId,
    externalId: sender.externalId,
    providerKey: message.id,
    payload: {
      content: parseContent(message.type, raw),
      platformMessageId: message.id,
      replyTo: message.context?.id ?? null,
      profileName: profileName(value, message),
      phone: sender.phone,
      providerAt: secondsToDate(message.timestamp)?.toISOString() ?? null,
      ...(origin ? { origin } : {}),
    },
  };
}

/** People who took a username come without a number; then their business-scoped id stands for them. */
function senderOf(message: Message): { externalId: string; phone: string | null } | null {
  const digits = message.from?.replace(/^\+/, "");
  if (digits && /^\d{5,20}$/.test(digits)) return { externalId: digits, phone: `+${digits}` };
  const userId = message.from_user_id ?? message.from;
  return userId ? { externalId: userId, phone: null } : null;
}

function profileName(value: Value, message: Message): string | null {
  const contacts = (value.contacts ?? []).flatMap((raw) => contactSchema.safeParse(raw).data ?? []);
  const contact =
    contacts.find(
      ({ wa_id, user_id }) =>
        (wa_id && wa_id === message.from) || (user_id && user_id === message.from_user_id),
    ) ?? (contacts.length === 1 ? contacts[0] : undefined);
  return contact?.profile?.name || null;
}

const STATUSES = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
  played: "read",
  failed: "failed",
} as const;

function parseStatus(platformId: string, raw: unknown, now: Date): InboundEvent {
  const parsed = statusSchema.safeParse(raw);
  if (!parsed.success) return bad(platformId, raw, parsed.error);
  const { id, status, timestamp, errors, biz_opaque_callback_data } = parsed.data;
  const known = z.enum(["sent", "delivered", "read", "played", "failed"]).safeParse(status);
  if (!known.success) return other(platformId, "messages:statuses", raw);
  const error = errors?.[0];
  return {
    kind: "status",
    platformId,
    platformMessageId: id,
    status: STATUSES[known.data],
    at: secondsToDate(timestamp) ?? now,
    error:
      known.data === "failed"
        ? deliveryError(
            "whatsapp",
            { code: error?.code ?? "unknown" },
            error?.error_data?.details ?? error?.message ?? error?.title ?? null,
          )
        : null,
    opaque: biz_opaque_callback_data ?? null,
  };
}
