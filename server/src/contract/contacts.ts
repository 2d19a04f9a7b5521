/** Contacts: the people on the other side. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { id, pageOf, pageQuery, platform, timestamp } from "./common.ts";

export const contact = z.object({
  id,
  name: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string().nullable(),
  tags: z.array(z.string()),
  fields: z.record(z.string(), z.unknown()),
  identities: z.array(z.object({ channelId: id, platform, externalId: z.string() })),
  createdAt: timestamp,
});
export type Contact = z.infer<typeof contact>;

export const note = z.object({
  id,
  text: z.string(),
  /** Null: a flow wrote it. */
  author: z.string().nullable(),
  createdAt: timestamp,
});
export type Note = z.infer<typeof note>;

const one = z.object({ id });

export const contactsContract = {
  list: oc
    .route({ method: "GET", path: "/contacts", tags: ["Contacts"] })
    .input(pageQuery.extend({ search: z.string().max(100).optional() }))
    .output(pageOf(contact)),
  get: oc
    .route({ method: "GET", path: "/contacts/{id}", tags: ["Contacts"] })
    .input(one)
    .output(contact),
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
    .output(contact),
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
    .input(z.strictObject({ id, text: z.string().trim().min(1).max(4_000) }))
    .output(note),
  /** The other contact becomes part of this one: conversations, ids, notes, tags, and what only it knows. */
  merge: oc
    .route({ method: "POST", path: "/contacts/{id}/merge", tags: ["Contacts"] })
    .input(z.strictObject({ id, other: id }))
    .output(z.object({ mergeId: id, contact })),
  /** Parts two merged contacts again. Answers with the one that comes back. */
  undoMerge: oc
    .route({ method: "POST", path: "/contact-merges/{id}/undo", tags: ["Contacts"] })
    .input(one)
    .output(contact),
  /** Everything stored about the person. */
  export: oc
    .route({ method: "GET", path: "/contacts/{id}/export", tags: ["Contacts"] })
    .input(one)
    .output(z.record(z.string(), z.unknown())),
};
