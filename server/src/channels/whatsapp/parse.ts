/** A WhatsApp webhook body as events. One unreadable entry becomes a `bad` event and the others go on. Pure. */
import type { z } from "zod";
import type { InboundEvent } from "../channel.ts";
import { deliveryError } from "../errors.ts";
import { bad, other } from "../kept-events.ts";
import { parseField } from "./parse-fields.ts";
import { parseMessage } from "./parse-message.ts";
import { bodySchema, changeSchema, entrySchema, secondsToDate, statusSchema, valueSchema } from "./wire.ts";

type Value = z.infer<typeof valueSchema>;

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
  const { field } = change.data;
  if (field !== "messages") {
    const events = value.success ? parseField(field, value.data, change.data.value) : null;
    if (events) return events;
    // Account-level fields carry no metadata: only the account's id tells whose they are.
    return [other(value.success ? value.data.metadata.phone_number_id : accountId, field, raw)];
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

const STATUSES = new Map<string, Extract<InboundEvent, { kind: "status" }>["status"]>([
  ["sent", "sent"],
  ["delivered", "delivered"],
  ["read", "read"],
  ["played", "read"],
  ["failed", "failed"],
]);

function parseStatus(platformId: string, raw: unknown, now: Date): InboundEvent {
  const parsed = statusSchema.safeParse(raw);
  if (!parsed.success) return bad(platformId, raw, parsed.error);
  const { id, status, timestamp, errors, biz_opaque_callback_data } = parsed.data;
  const known = STATUSES.get(status);
  if (known === undefined) return other(platformId, "messages:statuses", raw);
  const error = errors?.[0];
  return {
    kind: "status",
    platformId,
    platformMessageId: id,
    status: known,
    at: secondsToDate(timestamp) ?? now,
    error:
      known === "failed"
        ? deliveryError(
            "whatsapp",
            { code: error?.code ?? "unknown" },
            error?.error_data?.details ?? error?.message ?? error?.title ?? null,
          )
        : null,
    opaque: biz_opaque_callback_data ?? null,
  };
}
