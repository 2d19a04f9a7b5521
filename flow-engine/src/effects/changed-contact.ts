/** What an effect changes of the contact: seen by the later nodes of a step, and by hosts that keep the contact in memory. */
import type { ContactSnapshot } from "../step/context.ts";
import type { Effect } from "./schema.ts";

/** Fields that a contact has of itself and flows may set; any other is a custom field. */
export const PROFILE_FIELDS = ["name", "email", "language", "timeZone"] as const;
/** Fields of a contact that only the server writes. */
export const FIXED_FIELDS: ReadonlySet<string> = new Set(["id", "phone", "tags", "fields", "optedOut"]);

function withField(contact: ContactSnapshot, field: string, value: unknown): ContactSnapshot {
  const own = PROFILE_FIELDS.some((name) => name === field);
  if (own) return typeof value === "string" || value === null ? { ...contact, [field]: value } : contact;
  return { ...contact, fields: { ...contact.fields, [field]: value } };
}

/** The contact after an effect; the same object when the effect does not touch it. */
export function changedContact(contact: ContactSnapshot, effect: Effect): ContactSnapshot {
  switch (effect.type) {
    case "add-tag":
      return { ...contact, tags: [...contact.tags.filter((tag) => tag !== effect.tag), effect.tag] };
    case "remove-tag":
      return { ...contact, tags: contact.tags.filter((tag) => tag !== effect.tag) };
    case "set-contact-field":
      return withField(contact, effect.field, effect.value);
    case "set-opt-in":
      return effect.topic === undefined ? { ...contact, optedOut: effect.state === "out" } : contact;
    default:
      return contact;
  }
}
