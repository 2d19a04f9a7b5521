/**
 * Cards side by side, each with a picture and buttons. With reply buttons it waits, and has a port for each.
 * `{ "text": "Our rooms", "cards": [{ "media": { "kind": "image", "url": "https://example.org/a.jpg" }, "title": "Sea view", "buttons": [{ "kind": "reply", "id": "opt-0", "title": "Book" }] }, { "media": { "kind": "image", "url": "https://example.org/b.jpg" }, "title": "Garden", "buttons": [{ "kind": "url", "label": "More", "url": "https://example.org/garden" }] }] }`
 */
import { z } from "zod";
import { idSchema } from "../../flow/id.ts";
import { MAX_LINK_CHARS } from "../link.ts";
import { mediaSourceFields } from "../media-source.ts";
import { questionFields } from "../question.ts";

const urlButton = z.looseObject({
  kind: z.literal("url").describe("Opens an address."),
  label: z.string().max(200).describe("Template. What is on the button."),
  url: z
    .string()
    .max(MAX_LINK_CHARS)
    .describe("Template. The address it opens. What is filled in is percent-encoded."),
});
const replyButton = z.looseObject({
  kind: z.literal("reply").describe("Is an answer, with a port of its own."),
  id: idSchema.describe("Names the button and its port for ever, whatever its title becomes."),
  title: z.string().max(200).describe("Template. What is on the button."),
});

export const carouselSchema = z.looseObject({
  text: z.string().max(4_096).describe("Template. Said above the cards."),
  cards: z
    .array(
      z.looseObject({
        media: z
          .looseObject({
            kind: z.enum(["image", "video"]).describe("What it is; the same on all cards."),
            ...mediaSourceFields,
          })
          .optional()
          .describe("The picture."),
        title: z.string().max(500).optional().describe("Template. The headline."),
        text: z.string().max(1_000).optional().describe("Template. Below the headline."),
        buttons: z
          .array(z.discriminatedUnion("kind", [urlButton, replyButton]))
          .max(3)
          .default([])
          .describe(
            "What can be done: three on Instagram and Messenger, one that opens an address on WhatsApp.",
          ),
      }),
    )
    .min(1)
    .max(10)
    .describe("The cards."),
  saveAs: z
    .string()
    .max(64)
    .optional()
    .describe("Variable that takes the chosen title; with `_id` behind it, the button's id."),
  ...questionFields,
});
export type CarouselData = z.infer<typeof carouselSchema>;
export type CarouselCardData = CarouselData["cards"][number];
