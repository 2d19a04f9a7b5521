/** What a step's effects on the contact mean to triggers: a new tag, a changed field. */
import type { Effect } from "../effects/schema.ts";
import { sortedJson } from "../expressions/print.ts";
import type { ContactSnapshot } from "../step/context.ts";
import type { TriggerEvent } from "./event.ts";

/** Flows that start each other by tags and fields: so many for one input, then it is a loop. */
export const MAX_EVENT_CHAIN = 5;

/** @param before the contact before the first of the effects. Tags it had and values it had already are no events. */
export function contactEvents(before: ContactSnapshot, effects: readonly Effect[]): TriggerEvent[] {
  const events = new Map<string, TriggerEvent>();
  for (const effect of effects) {
    if (effect.type === "add-tag" && !before.tags.includes(effect.tag)) {
      events.set(`tag:${effect.tag}`, { type: "tag-added", tag: effect.tag });
    } else if (effect.type === "remove-tag") {
      events.delete(`tag:${effect.tag}`);
    } else if (effect.type === "set-contact-field") {
      const { field, value: after } = effect;
      const old = currentValue(before, field);
      const key = `field:${field}`;
      if (sortedJson(old) === sortedJson(after)) events.delete(key);
      else events.set(key, { type: "field-changed", field, before: old ?? null, after });
    }
  }
  return [...events.values()];
}

function currentValue(contact: ContactSnapshot, field: string): unknown {
  return Object.hasOwn(contact.fields, field) ? contact.fields[field] : Reflect.get(contact, field);
}
