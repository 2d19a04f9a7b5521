/** Files the workspace sends. Bytes go in by `POST /api/v1/media?name=…` (the file as the body) and come out by `/content`. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { id, pageOf, pageQuery, timestamp } from "./common.ts";

export const mediaFile = z.object({
  /** What flows and messages name as `fileId`. */
  id,
  name: z.string().nullable(),
  /** Told from its bytes. */
  mime: z.string(),
  /** Bytes. */
  size: z.number().int(),
  kind: z.enum(["image", "video", "audio", "voice", "document", "sticker"]),
  /** Path of its bytes on this server, for signed-in people. */
  url: z.string(),
  /** Platforms that would not take it as this kind, each in a sentence. */
  refusals: z.array(z.string()),
  createdAt: timestamp,
});
export type MediaFile = z.infer<typeof mediaFile>;

export const mediaContract = {
  list: oc
    .route({ method: "GET", path: "/media", tags: ["Media"] })
    .input(pageQuery)
    .output(pageOf(mediaFile)),
  get: oc
    .route({ method: "GET", path: "/media/{id}", tags: ["Media"] })
    .input(z.object({ id }))
    .output(mediaFile),
  remove: oc
    .route({ method: "DELETE", path: "/media/{id}", tags: ["Media"], successStatus: 204 })
    .input(z.object({ id }))
    .output(z.undefined()),
};
