/** What a bot or an agent says, before any channel renders it. How each platform shows a kind: `channels/renderings.ts`. */
import { z } from "zod";

export const MEDIA_KINDS = ["image", "video", "audio", "voice", "document", "sticker"] as const;
export const mediaKindSchema = z.enum(MEDIA_KINDS);
export type MediaKind = z.infer<typeof mediaKindSchema>;

/** Media by public URL or by the id of a file uploaded to Hilo. */
export const mediaSchema = z.object({
  kind: mediaKindSchema,
  url: z.string().max(2_048).optional(),
  fileId: z.string().optional(),
  caption: z.string().optional(),
  filename: z.string().max(240).optional(),
});
export type Media = z.infer<typeof mediaSchema>;

export const headerSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("media"), media: mediaSchema }),
]);
export type Header = z.infer<typeof headerSchema>;

export const optionSchema = z.object({ id: z.string().min(1).max(64), title: z.string() });
export type Option = z.infer<typeof optionSchema>;

export const rowSchema = z.object({
  id: z.string().min(1).max(64),
  title: z.string(),
  description: z.string().optional(),
});
export const sectionSchema = z.object({ title: z.string().optional(), rows: z.array(rowSchema) });
export type Section = z.infer<typeof sectionSchema>;

/** A business card. */
export const contactCardSchema = z.object({
  name: z.string(),
  phones: z.array(z.string()).default([]),
  emails: z.array(z.string()).default([]),
  organization: z.string().optional(),
  url: z.string().optional(),
});
export type ContactCard = z.infer<typeof contactCardSchema>;

/** A button of a carousel's card: opens an address, or answers like a reply button. */
export const cardButtonSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("url"), label: z.string(), url: z.string() }),
  z.object({ kind: z.literal("reply"), id: z.string().min(1).max(64), title: z.string() }),
]);
export type CardButton = z.infer<typeof cardButtonSchema>;

export const carouselCardSchema = z.object({
  media: mediaSchema.optional(),
  title: z.string().optional(),
  text: z.string().optional(),
  buttons: z.array(cardButtonSchema),
});
export type CarouselCard = z.infer<typeof carouselCardSchema>;

/** `label`: the button as the customer reads it, where that is known: shown to people, never sent. */
const templateButton = { index: z.number().int(), label: z.string().optional() };

/** What fills in an approved template, in the order of its parts. */
export const templateParametersSchema = z.object({
  header: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("text"), text: z.string() }),
      z.object({ kind: z.literal("media"), media: mediaSchema }),
      z.object({
        kind: z.literal("location"),
        latitude: z.number(),
        longitude: z.number(),
        name: z.string().optional(),
        address: z.string().optional(),
      }),
    ])
    .optional(),
  /** `name` for templates with named parameters (`{{first_name}}`), absent for numbered ones. */
  body: z.array(z.object({ name: z.string().optional(), text: z.string() })).default([]),
  buttons: z
    .array(
      z.discriminatedUnion("kind", [
        /** A quick reply; `payload` comes back when it is tapped. */
        z.object({ kind: z.literal("quick-reply"), ...templateButton, payload: z.string() }),
        /** The end of the button's address. */
        z.object({ kind: z.literal("url"), ...templateButton, text: z.string() }),
        z.object({ kind: z.literal("copy-code"), ...templateButton, code: z.string() }),
        z.object({ kind: z.literal("form"), ...templateButton, token: z.string() }),
      ]),
    )
    .default([]),
});
export type TemplateParameters = z.infer<typeof templateParametersSchema>;

export const messageContentSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string(), preview: z.boolean().optional() }),
  z.object({ type: z.literal("media"), media: mediaSchema }),
  z.object({
    type: z.literal("buttons"),
    text: z.string(),
    header: headerSchema.optional(),
    footer: z.string().optional(),
    options: z.array(optionSchema),
  }),
  z.object({
    type: z.literal("list"),
    text: z.string(),
    /** Label of the button that opens the list. */
    button: z.string(),
    header: z.string().optional(),
    footer: z.string().optional(),
    sections: z.array(sectionSchema),
  }),
  /** A text with one button that opens an address. Taps are not reported by any platform. */
  z.object({
    type: z.literal("cta-url"),
    text: z.string(),
    header: headerSchema.optional(),
    footer: z.string().optional(),
    label: z.string(),
    url: z.string(),
  }),
  z.object({ type: z.literal("location-request"), text: z.string() }),
  z.object({
    type: z.literal("location"),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().optional(),
    address: z.string().optional(),
  }),
  z.object({ type: z.literal("contact-card"), contacts: z.array(contactCardSchema).min(1) }),
  /** An empty emoji takes the reaction back. */
  z.object({ type: z.literal("reaction"), messageId: z.string(), emoji: z.string() }),
  /** Products of a catalog: one, or several in sections. `link`: where platforms without catalogs send people. */
  z.object({
    type: z.literal("product"),
    text: z.string(),
    header: z.string().optional(),
    footer: z.string().optional(),
    catalogId: z.string(),
    sections: z.array(z.object({ title: z.string().optional(), products: z.array(z.string()) })),
    link: z.string().optional(),
  }),
  z.object({ type: z.literal("carousel"), text: z.string(), cards: z.array(carouselCardSchema) }),
  z.object({
    type: z.literal("template"),
    name: z.string(),
    language: z.string(),
    /** What flows and the composer fill in. */
    parameters: templateParametersSchema.optional(),
    /** The platform's own components, for callers of the API who have them ready; goes before `parameters`. */
    components: z.array(z.record(z.string(), z.unknown())).optional(),
    /** The template as the customer reads it: shown to people, and said where a platform has no templates. */
    text: z.string().optional(),
  }),
  /** A form of the platform (WhatsApp Flow). `link`: the same form on the web, for platforms without. */
  z.object({
    type: z.literal("form"),
    text: z.string(),
    header: z.string().optional(),
    footer: z.string().optional(),
    /** Label of the button that opens it. */
    button: z.string(),
    formId: z.string(),
    /** Comes back with the answer. */
    token: z.string(),
    screen: z.string().optional(),
    data: z.record(z.string(), z.unknown()).optional(),
    draft: z.boolean().optional(),
    link: z.string().optional(),
  }),
]);
export type MessageContent = z.infer<typeof messageContentSchema>;
export type ContentType = MessageContent["type"];
export type ContentOf<T extends ContentType> = Extract<MessageContent, { type: T }>;

/** The words of a content, as lists and repetition limits read it; empty when it has none. */
export function wordsOf(content: MessageContent): string {
  if (content.type === "media") return content.media.caption ?? "";
  return "text" in content ? (content.text ?? "") : "";
}
