/** One entry of `messages`, whatever its type, as an event. Pure. */
import type { z } from "zod";
import type { InboundEvent } from "../channel.ts";
import { bad, other } from "../kept-events.ts";
import { parseContent } from "./parse-content.ts";
import { parseOrigin } from "./parse-origin.ts";
import { parseSystem } from "./parse-system.ts";
import { type Person, personOf } from "./person.ts";
import {
  contactSchema,
  editSchema,
  messageSchema,
  revokeSchema,
  secondsToDate,
  type valueSchema,
} from "./wire.ts";

type Value = z.infer<typeof valueSchema>;
type Message = z.infer<typeof messageSchema>;

/** @param past from before the channel was connected */
export function parseMessage(value: Value, raw: unknown, past = false): InboundEvent {
  const platformId = value.metadata.phone_number_id;
  const parsed = messageSchema.safeParse(raw);
  if (!parsed.success) return bad(platformId, raw, parsed.error);
  const message = parsed.data;
  if (message.type === "system") return parseSystem(platformId, raw);
  // Talk in a group is nobody's turn in a conversation.
  if (message.group_id) return other(platformId, "messages:group", raw);
  const person = personOf(message.from, message.from_user_id);
  if (person === null)
    return bad(platformId, raw, "The message names no sender (neither from nor from_user_id).");
  return revisionOf(platformId, person, message, raw) ?? written(value, person, message, raw, past);
}

function written(value: Value, person: Person, message: Message, raw: unknown, past: boolean): InboundEvent {
  const origin = parseOrigin(message.referral);
  return {
    kind: "message",
    platformId: value.metadata.phone_number_id,
    externalId: person.externalId,
    providerKey: message.id,
    payload: {
      content: parseContent(message.type, raw),
      platformMessageId: message.id,
      replyTo: message.context?.id ?? null,
      profileName: profileName(value, message),
      phone: person.phone,
      providerAt: secondsToDate(message.timestamp)?.toISOString() ?? null,
      ...(origin ? { origin } : {}),
      ...(person.otherIds.length > 0 ? { otherIds: person.otherIds } : {}),
      ...(past ? { past } : {}),
    },
  };
}

/** A message edited or taken back by its writer; null when it is none of these. */
export function revisionOf(
  platformId: string,
  { externalId }: Pick<Person, "externalId">,
  { id, type }: Pick<Message, "id" | "type">,
  raw: unknown,
): InboundEvent | null {
  const revised = (platformMessageId: string, content: ReturnType<typeof parseContent> | null) =>
    ({
      kind: "revision",
      platformId,
      externalId,
      providerKey: id,
      payload: { platformMessageId, content },
    }) as const;
  if (type === "edit") {
    const { data } = editSchema.safeParse(raw);
    return data
      ? revised(data.edit.original_message_id, parseContent(data.edit.message.type, data.edit.message))
      : null;
  }
  if (type !== "revoke") return null;
  const { data } = revokeSchema.safeParse(raw);
  return data ? revised(data.revoke.original_message_id, null) : null;
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
