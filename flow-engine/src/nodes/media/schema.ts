/** An image, video, audio, voice note, document or sticker. `{ "kind": "image", "url": "https://example.org/menu.jpg", "caption": "Our menu" }` */
import { z } from "zod";
import { mediaKindSchema } from "../../content/schema.ts";

export const mediaNodeSchema = z.looseObject({
  kind: mediaKindSchema.describe("What it is: `voice` plays as a voice note, `audio` as a sound file."),
  url: z.string().max(2_048).optional().describe("Template. A public https address once filled in."),
  fileId: z.string().max(64).optional().describe("A file uploaded to Hilo; used when there is no address."),
  caption: z
    .string()
    .max(4_096)
    .optional()
    .describe("Template. Said under it; what does not fit follows as text."),
  filename: z.string().max(240).optional().describe("Template. The name under which a document is saved."),
});
export type MediaData = z.infer<typeof mediaNodeSchema>;
