/** What a change of a contact by hand or by the API means to triggers. Pure. */
import { isDeepStrictEqual } from "node:util";
import type { TriggerEvent } from "@hilo/flow-engine";

export interface ContactFacts {
  name: string | null;
  language: string | null;
  fields: Record<string, unknown>;
  tags: string[];
}

/** New tags, and fields with another value; what is gone has null. */
export function eventsOfChange(before: ContactFacts, after: ContactFacts): TriggerEvent[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const changed = Object.keys({ ...old, ...now }).filter(
    (field) => !isDeepStrictEqual(old[field], now[field]),
  );
  return [
    ...after.tags
      .filter((tag) => !before.tags.includes(tag))
      .map((tag): TriggerEvent => ({ type: "tag-added", tag })),
    ...changed.map(
      (field): TriggerEvent => ({
        type: "field-changed",
        field,
        before: old[field] ?? null,
        after: now[field] ?? null,
      }),
    ),
  ];
}

/** Fields of a contact's own go before those of the profile, as in flows. */
function valuesOf({ name, language, fields }: ContactFacts): Record<string, unknown> {
  return { name, language, ...fields };
}
