/**
 * An approved WhatsApp template: the only message that may be sent more than 24 hours after the customer's last one.
 * With quick replies it waits, and has a port for each.
 * `{ "name": "order_update", "language": "es", "body": [{ "text": "{{ contact.name }}" }, { "text": "{{ order }}" }], "text": "Hola {{ contact.name }}, tu pedido {{ order }} está en camino." }`
 * `{ "name": "appointment", "language": "en_US", "body": [{ "name": "day", "text": "{{ day }}" }], "buttons": [{ "kind": "quick-reply", "id": "opt-0", "title": "Confirm" }, { "kind": "quick-reply", "id": "opt-1", "title": "Cancel" }] }`
 */
import { z } from "zod";
import { idSchema } from "../../flow/id.ts";
import { mediaSourceFields } from "../media-source.ts";
import { placeFields } from "../place.ts";
import { questionFields } from "../question.ts";

const text = z.string().max(2_000).describe("Template. What is filled in.");

const headerField = z
  .discriminatedUnion("kind", [
    z.looseObject({ kind: z.literal("text").describe("The variable of a text header."), text }),
    z.looseObject({
      kind: z.literal("media").describe("The picture, video or document of a media header."),
      media: z
        .looseObject({
          kind: z.enum(["image", "video", "document"]).describe("What it is."),
          ...mediaSourceFields,
          filename: z.string().max(240).optional().describe("The name under which a document is saved."),
        })
        .describe("The media."),
    }),
    z.looseObject({
      kind: z.literal("location").describe("The place of a location header."),
      ...placeFields,
    }),
  ])
  .optional()
  .describe("What fills in the header, where the template has something to fill in there.");

const buttonField = z.discriminatedUnion("kind", [
  z.looseObject({
    kind: z.literal("quick-reply").describe("An answer, with a port of its own."),
    id: idSchema.describe("Names the button and its port for ever."),
    title: z.string().max(200).describe("The button's words, as they are in the template."),
  }),
  z.looseObject({
    kind: z.literal("url").describe("An address with a variable at its end."),
    label: z.string().max(200).optional().describe("The button's words, as they are in the template."),
    text,
  }),
  z.looseObject({
    kind: z.literal("copy-code").describe("A code to copy."),
    code: z.string().max(200).describe("Template. The code."),
  }),
  z.looseObject({
    kind: z.literal("form").describe("Opens a form."),
    label: z.string().max(200).optional().describe("The button's words, as they are in the template."),
  }),
  z.looseObject({
    kind: z
      .literal("other")
      .describe("Nothing to fill in: a phone number, a fixed address. Keeps the place."),
    label: z.string().max(200).optional().describe("The button's words, as they are in the template."),
  }),
]);

export const templateSchema = z.looseObject({
  name: z.string().max(512).describe("The template's name."),
  language: z.string().max(35).describe("The template's language, as at Meta: `es`, `en_US`."),
  header: headerField,
  body: z
    .array(
      z.looseObject({
        name: z
          .string()
          .max(100)
          .optional()
          .describe("For templates with named variables; without it they are filled in by their order."),
        text,
      }),
    )
    .max(100)
    .default([])
    .describe("What fills in the variables of the body."),
  buttons: z
    .array(buttonField)
    .max(10)
    .default([])
    .describe("The template's buttons, all of them, in their order."),
  text: z
    .string()
    .max(4_096)
    .optional()
    .describe(
      "Template. The template's words with its variables in them: shown in the inbox, and said where a platform has no templates.",
    ),
  saveAs: z
    .string()
    .max(64)
    .optional()
    .describe("Variable that takes the tapped title; with `_id` behind it, the button's id."),
  ...questionFields,
});
export type TemplateData = z.infer<typeof templateSchema>;
export type TemplateButton = TemplateData["buttons"][number];
