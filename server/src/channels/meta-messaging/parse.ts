/** A Messenger or Instagram webhook body as events. One unreadable item becomes a `bad` event and the others go on. Pure. */
import type { InboundEvent } from "../channel.ts";
import { bad, other } from "../kept-events.ts";
import { parseChange } from "./parse-change.ts";
import { parseItem } from "./parse-item.ts";
import { bodySchema, changeSchema, entrySchema } from "./wire.ts";

/** @param now stands in for a time that can't be read */
export function parse(body: unknown, now: Date): InboundEvent[] {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return [bad(null, body, parsed.error)];
  return parsed.data.entry.flatMap((entry) => parseEntry(entry, now));
}

function parseEntry(raw: unknown, now: Date): InboundEvent[] {
  const parsed = entrySchema.safeParse(raw);
  if (!parsed.success) return [bad(null, raw, parsed.error)];
  const { id: platformId, messaging, standby, changes, field, value } = parsed.data;
  const flat = field ? [{ field, value }] : [];
  return [
    ...(messaging ?? []).flatMap((item) => parseItem(platformId, item, now)),
    // Another app owns these threads: seen, never answered.
    ...(standby ?? []).map((item) => other(platformId, "standby", item)),
    ...[...(changes ?? []), ...flat].map((change) => changeOf(platformId, change)),
  ];
}

function changeOf(platformId: string, raw: unknown): InboundEvent {
  const parsed = changeSchema.safeParse(raw);
  if (!parsed.success) return bad(platformId, raw, parsed.error);
  const { field, value } = parsed.data;
  return parseChange(platformId, field, value) ?? other(platformId, field, raw);
}
