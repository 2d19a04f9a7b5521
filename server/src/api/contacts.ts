/** Contacts: seen, changed, exported, erased. */
import { audit } from "../admin/audit.ts";
import { contactById, countContacts, exportContact, listContacts } from "../contacts/contact-views.ts";
import { eraseContact } from "../contacts/erase-contact.ts";
import { mergeContacts, undoMerge } from "../contacts/merge-contacts.ts";
import { addNote, listNotes } from "../contacts/notes.ts";
import { updateContact } from "../contacts/update-contact.ts";
import { api } from "./base.ts";

export const contacts = {
  list: api.contacts.list.handler(({ context: { services, actor }, input }) =>
    listContacts(services.runtime.pool, actor.workspaceId, input),
  ),
  count: api.contacts.count.handler(async ({ context: { services, actor }, input }) => ({
    count: await countContacts(services.runtime.pool, actor.workspaceId, input),
  })),
  get: api.contacts.get.handler(({ context: { services, actor }, input }) =>
    contactById(services.runtime.pool, actor.workspaceId, input.id),
  ),
  update: api.contacts.update.handler(({ context: { services, actor }, input }) =>
    updateContact(services, actor.workspaceId, input),
  ),
  remove: api.contacts.remove.handler(async ({ context: { services, actor }, input }) => {
    await eraseContact(services, actor.workspaceId, input.id);
    await audit(services.runtime.prisma, actor, "contact-erased", { type: "contact", id: input.id });
  }),
  notes: api.contacts.notes.handler(({ context: { services, actor }, input }) =>
    listNotes(services.runtime.prisma, actor.workspaceId, input),
  ),
  addNote: api.contacts.addNote.handler(({ context: { services, actor }, input }) =>
    addNote(services.runtime, actor, input),
  ),
  merge: api.contacts.merge.handler(async ({ context: { services, actor }, input }) => {
    const { id, other } = input;
    const merged = await mergeContacts(services.runtime, actor.workspaceId, id, other, actor.userId);
    await audit(services.runtime.prisma, actor, "contacts-merged", { type: "contact", id });
    return merged;
  }),
  undoMerge: api.contacts.undoMerge.handler(async ({ context: { services, actor }, input }) => {
    const contact = await undoMerge(services.runtime, actor.workspaceId, input.id);
    await audit(services.runtime.prisma, actor, "contact-merge-undone", { type: "contact", id: contact.id });
    return contact;
  }),
  export: api.contacts.export.handler(async ({ context: { services, actor }, input }) => {
    const everything = await exportContact(services.runtime.pool, actor.workspaceId, input.id);
    await audit(services.runtime.prisma, actor, "contact-exported", { type: "contact", id: input.id });
    return everything;
  }),
};
