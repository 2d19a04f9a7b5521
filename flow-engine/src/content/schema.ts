/** What a bot or an agent says, before any channel renders it. */
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
  z.object({ type: z.literal("location-request"), text: z.string() }),
  z.object({
    type: z.literal("location"),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().optional(),
    address: z.string().optional(),
  }),
  z.object({ type: z.literal("reaction"), messageId: z.string(), emoji: z.string() }),
  z.object({
    type: z.literal("template"),
    name: z.string(),
    language: z.string(),
    components: z.array(z.record(z.string(), z.unknown())).optional(),
  }),
]);
export type MessageContent = z.infer<typeof messageContentSchema>;
