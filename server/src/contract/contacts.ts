/** Contacts: the people on the other side. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { foreignName, id, pageOf, pageQuery, platform, timestamp } from "./common.ts";
import { contactChoice, contactQuery } from "./contact-filter.ts";

export const contact = z.object({
  id,
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  language: z.string().nullable(),
  tags: z.array(z.string()),
  fields: z.record(z.string(), z.unknown()),
  identities: z.array(z.object({ channelId: id, platform, externalId: z.string() })),
  /** Since when nothing more is written to them; null: they may be written to. */
  optedOutAt: timestamp.nullable(),
  /** Since when they want no marketing, as the platform told. */
  marketingOptedOutAt: timestamp.nullable(),
  /** When they last wrote. */
  lastHeardAt: timestamp.nullable(),
  createdAt: timestamp,
});
export type Contact = z.infer<typeof contact>;

export const contactDetail = contact.extend({
  /** What they said they want to hear about, or no more. */
  topics: z.array(z.object({ topic: z.string(), state: z.enum(["in", "out"]), at: timestamp })),
  /** The one that was spoken in last comes first. */
  conversations: z.array(
    z.object({
      id,
      channelId: id,
      channelName: z.string(),
      platform,
      /** The other side's number or id there. */
      externalId: z.string(),
      lastMessageAt: timestamp.nullable(),
    }),
  ),
  /** Contacts that became part of this one and can be parted again, the last merged first. */
  merges: z.array(z.object({ id, name: z.string().nullable(), phone: z.string().nullable(), at: timestamp })),
  /** Set when this contact became part of another one. */
  mergedInto: id.nullable(),
});
export type ContactDetail = z.infer<typeof contactDetail>;

export const note = z.object({
  id,
  text: z.string(),
  /** Null: a flow wrote it. */
  author: z.string().nullable(),
  /** Names of the members it is for: those whose name it has after an @. */
  mentions: z.array(z.string()),
  createdAt: timestamp,
});
export type Note = z.infer<typeof note>;

const one = z.object({ id });

export const contactsContract = {
  list: oc
    .route({ method: "GET", path: "/contacts", tags: ["Contacts"] })
    .input(contactQuery.extend(pageQuery.shape))
    .output(pageOf(contact)),
  /** How many there are. */
  count: oc
    .route({ method: "POST", path: "/contacts/count", tags: ["Contacts"] })
    .input(contactChoice)
    .output(z.object({ count: z.number().int() })),
  get: oc
    .route({ method: "GET", path: "/contacts/{id}", tags: ["Contacts"] })
    .input(one)
    .output(contactDetail),
  update: oc
    .route({ method: "PATCH", path: "/contacts/{id}", tags: ["Contacts"] })
    .input(
      z.strictObject({
        id,
        name: z.string().max(120).nullable().optional(),
        language: z.string().max(35).nullable().optional(),
        fields: z.record(z.string().max(64), z.unknown()).optional(),
        tags: z.array(z.string().trim().min(1).max(60)).max(100).optional(),
      }),
    )
    .output(contactDetail),
  /** Erases the person: messages, sessions, files and log bodies with them. */
  remove: oc
    .route({ method: "DELETE", path: "/contacts/{id}", tags: ["Contacts"], successStatus: 204 })
    .input(one)
    .output(z.undefined()),
  /** What members wrote about the person, and flows for them; the newest first. */
  notes: oc
    .route({ method: "GET", path: "/contacts/{id}/notes", tags: ["Contacts"] })
    .input(pageQuery.extend({ id }))
    .output(pageOf(note)),
  addNote: oc
    .route({ method: "POST", path: "/contacts/{id}/notes", tags: ["Contacts"], successStatus: 201 })
    .input(z.strictObject({ id, text: foreignName.trim().min(1).max(4_000) }))
    .output(note),
  /** The other contact becomes part of this one: conversations, ids, notes, tags, and what only it knows. */
  merge: oc
    .route({ method: "POST", path: "/contacts/{id}/merge", tags: ["Contacts"] })
    .input(z.strictObject({ id, other: id }))
    .output(z.object({ mergeId: id, contact: contactDetail })),
  /** Parts two merged contacts again. Answers with the one that comes back. */
  undoMerge: oc
    .route({ method: "POST", path: "/contact-merges/{id}/undo", tags: ["Contacts"] })
    .input(one)
    .output(contactDetail),
  /** Everything stored about the person. */
  export: oc
    .route({ method: "GET", path: "/contacts/{id}/export", tags: ["Contacts"] })
    .input(one)
    .output(z.record(z.string(), z.unknown())),
};
