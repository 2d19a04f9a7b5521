/** An image, video, audio, voice note, document or sticker. `{ "kind": "image", "url": "https://example.org/menu.jpg", "caption": "Our menu" }` */
import { z } from "zod";
import { mediaKindSchema } from "../../content/schema.ts";
import { mediaSourceFields } from "../media-source.ts";

export const mediaNodeSchema = z.looseObject({
  kind: mediaKindSchema.describe("What it is: `voice` plays as a voice note, `audio` as a sound file."),
  ...mediaSourceFields,
  caption: z
    .string()
    .max(4_096)
    .optional()
    .describe("Template. Said under it; what does not fit follows as text."),
  filename: z.string().max(240).optional().describe("Template. The name under which a document is saved."),
});
export type MediaData = z.infer<typeof mediaNodeSchema>;
