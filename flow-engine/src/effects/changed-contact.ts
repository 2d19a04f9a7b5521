/** What an effect changes of the contact: seen by the later nodes of a step, and by hosts that keep the contact in memory. */
import type { ContactSnapshot } from "../step/context.ts";
import type { Effect } from "./schema.ts";

/** Fields that a contact has of itself; any other is a custom field. */
const PROFILE_FIELDS: ReadonlySet<string> = new Set(["name", "language"]);

function withField(contact: ContactSnapshot, field: string, value: unknown): ContactSnapshot {
  if (PROFILE_FIELDS.has(field) && typeof value === "string") return { ...contact, [field]: value };
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
    default:
      return contact;
  }
}
