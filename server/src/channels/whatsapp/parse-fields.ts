/** Fields besides `messages` that speak of a person: echoes from the phone, history, preferences, calls. Pure. */
import type { z } from "zod";
import type { InboundEvent } from "../channel.ts";
import { bad, fingerprint, other } from "../kept-events.ts";
import { parseContent } from "./parse-content.ts";
import { parseMessage, revisionOf } from "./parse-message.ts";
import { personOf } from "./person.ts";
import {
  callSchema,
  callsSchema,
  echoesSchema,
  echoSchema,
  historySchema,
  preferenceSchema,
  preferencesSchema,
  secondsToDate,
  threadSchema,
  type valueSchema,
} from "./wire.ts";

type Value = z.infer<typeof valueSchema>;

/** Null when the field is none of these, or can't be read that way: it is kept and shown. */
export function parseField(field: string, value: Value, raw: unknown): InboundEvent[] | null {
  switch (field) {
    case "smb_message_echoes":
      return echoesSchema.safeParse(raw).data?.message_echoes.map((echo) => parseEcho(value, echo)) ?? null;
    case "history":
      return (
        historySchema
          .safeParse(raw)
          .data?.history.flatMap(({ threads }) =>
            (threads ?? []).flatMap((thread) => parseThread(value, thread)),
          ) ?? null
      );
    case "user_preferences":
      return (
        preferencesSchema
          .safeParse(raw)
          .data?.user_preferences.map((preference) => parsePreference(value, preference)) ?? null
      );
    case "calls":
      return callsSchema.safeParse(raw).data?.calls.map((call) => parseCall(value, call)) ?? null;
    default:
      return null;
  }
}

function parseEcho({ metadata }: Value, raw: unknown, past = false): InboundEvent {
  const platformId = metadata.phone_number_id;
  const parsed = echoSchema.safeParse(raw);
  if (!parsed.success) return bad(platformId, raw, parsed.error);
  const { id, type, to, to_user_id, timestamp } = parsed.data;
  const person = personOf(to, to_user_id);
  if (person === null) return bad(platformId, raw, "The message names nobody it was written to.");
  const revision = revisionOf(platformId, person, parsed.data, raw);
  if (revision) return revision;
  return {
    kind: "echo",
    platformId,
    externalId: person.externalId,
    providerKey: `echo:${id}`,
    payload: {
      content: parseContent(type, raw),
      platformMessageId: id,
      appId: null,
      providerAt: secondsToDate(timestamp)?.toISOString() ?? null,
      ...(past ? { past } : {}),
    },
  };
}

/** Talk of before: the customer's part under their own number, all else is the business's. */
function parseThread(value: Value, raw: unknown): InboundEvent[] {
  const parsed = threadSchema.safeParse(raw);
  if (!parsed.success) return [bad(value.metadata.phone_number_id, raw, parsed.error)];
  const { id, messages } = parsed.data;
  return messages.map((message) => {
    const isObject = typeof message === "object" && message !== null;
    const from: unknown = isObject ? Reflect.get(message, "from") : undefined;
    if (from === id) return parseMessage(value, message, true);
    return parseEcho(value, isObject ? { to: id, ...message } : message, true);
  });
}

function parsePreference({ metadata }: Value, raw: unknown): InboundEvent {
  const platformId = metadata.phone_number_id;
  const parsed = preferenceSchema.safeParse(raw);
  if (!parsed.success) return bad(platformId, raw, parsed.error);
  const { wa_id, user_id, category, value } = parsed.data;
  const person = personOf(wa_id, user_id);
  const marketing = MARKETING.get(value);
  if (person === null || marketing === undefined || category !== "marketing_messages")
    return other(platformId, "user_preferences", raw);
  return {
    kind: "preference",
    platformId,
    externalId: person.externalId,
    providerKey: `preference:${fingerprint(raw)}`,
    payload: { marketing },
  };
}

/** `signup`: they asked for it. */
const MARKETING: ReadonlyMap<string, "stop" | "resume"> = new Map([
  ["stop", "stop"],
  ["resume", "resume"],
  ["signup", "resume"],
]);

/** A call that begins opens the customer's window, like a message. */
function parseCall({ metadata }: Value, raw: unknown): InboundEvent {
  const platformId = metadata.phone_number_id;
  const parsed = callSchema.safeParse(raw);
  if (!parsed.success) return bad(platformId, raw, parsed.error);
  const { id, event, from, from_user_id, direction, timestamp } = parsed.data;
  const person = personOf(from, from_user_id);
  if (person === null || event !== "connect" || direction === "BUSINESS_INITIATED")
    return other(platformId, "calls", raw);
  return {
    kind: "event",
    platformId,
    externalId: person.externalId,
    providerKey: `call:${id}`,
    payload: {
      event: { type: "activity", activity: "call", text: "", id },
      profileName: null,
      providerAt: secondsToDate(timestamp)?.toISOString() ?? null,
    },
  };
}
