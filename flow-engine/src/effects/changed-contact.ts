/** What an effect changes of the contact, for hosts that keep the contact in memory. */
import type { ContactSnapshot } from "../step/context.ts";
import type { Effect } from "./schema.ts";

/** The contact after an effect; the same object when the effect does not touch it. */
export function changedContact(contact: ContactSnapshot, effect: Effect): ContactSnapshot {
  switch (effect.type) {
    case "add-tag":
      return { ...contact, tags: [...contact.tags.filter((tag) => tag !== effect.tag), effect.tag] };
    case "remove-tag":
      return { ...contact, tags: contact.tags.filter((tag) => tag !== effect.tag) };
    case "set-contact-field":
      return { ...contact, fields: { ...contact.fields, [effect.field]: effect.value } };
    default:
      return contact;
  }
}
