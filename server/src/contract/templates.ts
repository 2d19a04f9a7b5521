/** Message templates as Meta approved them, read-only here: they are written in WhatsApp Manager. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { id, pageOf, pageQuery, timestamp } from "./common.ts";

/** The parts as the customer sees them, variables in their braces. */
const templatePreview = z.object({
  header: z
    .object({
      kind: z.enum(["text", "image", "video", "document", "location"]),
      /** Of a text header. */
      text: z.string().nullable(),
    })
    .nullable(),
  body: z.string(),
  footer: z.string().nullable(),
  buttons: z.array(
    z.object({
      kind: z.enum(["quick-reply", "url", "phone", "copy-code", "form", "other"]),
      label: z.string(),
      /** The address or the phone number. */
      target: z.string().nullable(),
    }),
  ),
});
export type TemplatePreview = z.infer<typeof templatePreview>;

/** `name` for templates with named variables, null where they are numbered; `example` is what its author showed Meta. */
const variable = z.object({ name: z.string().nullable(), example: z.string().nullable() });

/** What has to be filled in, in the shape of the `template` node: a form is drawn from it. */
const templateFields = z.object({
  header: z
    .discriminatedUnion("kind", [
      variable.extend({ kind: z.literal("text") }),
      z.object({ kind: z.literal("media"), media: z.enum(["image", "video", "document"]) }),
      z.object({ kind: z.literal("location") }),
    ])
    .nullable(),
  body: z.array(variable),
  /** All buttons in their order; `other` needs nothing. */
  buttons: z.array(
    z.object({
      kind: z.enum(["quick-reply", "url", "copy-code", "form", "other"]),
      label: z.string(),
      example: z.string().nullable(),
    }),
  ),
});
export type TemplateFields = z.infer<typeof templateFields>;

export const messageTemplate = z.object({
  id,
  channelId: id,
  channelName: z.string(),
  name: z.string(),
  language: z.string(),
  /** MARKETING, UTILITY, AUTHENTICATION; null when Meta did not say. */
  category: z.string().nullable(),
  /** As Meta says: APPROVED, PENDING, REJECTED, PAUSED, DISABLED, … */
  status: z.string(),
  /** Why it was rejected or paused, in Meta's words. */
  reason: z.string().nullable(),
  /** GREEN, YELLOW, RED, UNKNOWN. */
  quality: z.string().nullable(),
  /** Whether a flow may send it now. */
  sendable: z.boolean(),
  /** Why not, in a sentence that says what to do. */
  problem: z.string().nullable(),
  preview: templatePreview,
  fields: templateFields,
  /** When Meta was last asked. */
  syncedAt: timestamp.nullable(),
});
export type MessageTemplate = z.infer<typeof messageTemplate>;

export const templatesContract = {
  list: oc
    .route({ method: "GET", path: "/templates", tags: ["Templates"] })
    .input(
      pageQuery.extend({
        channelId: id.optional(),
        /** Part of the name or of the words. */
        search: z.string().trim().max(200).optional(),
        /** `true`: only those that may be sent now. */
        sendable: z.enum(["true", "false"]).optional(),
      }),
    )
    .output(pageOf(messageTemplate)),
  get: oc
    .route({ method: "GET", path: "/templates/{id}", tags: ["Templates"] })
    .input(z.object({ id }))
    .output(messageTemplate),
  /** Asks Meta for all templates of a channel, or of every WhatsApp channel. */
  sync: oc
    .route({ method: "POST", path: "/templates/sync", tags: ["Templates"] })
    .input(z.strictObject({ channelId: id.optional() }))
    .output(
      z.object({
        channels: z.array(
          z.object({
            channelId: id,
            name: z.string(),
            /** Templates Meta has. */
            found: z.number().int(),
            /** Templates that are no longer there. */
            removed: z.number().int(),
            /** Why Meta could not be asked, and what to do; null when it went well. */
            problem: z.string().nullable(),
          }),
        ),
      }),
    ),
};
