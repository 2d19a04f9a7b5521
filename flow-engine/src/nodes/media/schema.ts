/** An image, video, audio, voice note, document or sticker. `{ "kind": "image", "url": "https://example.org/menu.jpg", "caption": "Our menu" }` */
import { z } from "zod";
import { mediaKindSchema } from "../../content/schema.ts";

export const mediaNodeSchema = z.looseObject({
  kind: mediaKindSchema,
  /** Template; a public https URL once rendered. */
  url: z.string().max(2_048).optional(),
  /** A file uploaded to Hilo; used when there is no URL. */
  fileId: z.string().max(64).optional(),
  /** Template. */
  caption: z.string().max(4_096).optional(),
  filename: z.string().max(240).optional(),
});
export type MediaData = z.infer<typeof mediaNodeSchema>;
