/** Sends an image, video, audio, voice note, document or sticker, and goes on. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { compileOptional, type Template } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { renderSource, sourceProblems } from "../media-source.ts";
import { FAILED_PORT, resumeSaid, say } from "../say.ts";
import { type TextField, topText } from "../text-field.ts";
import { type MediaData, mediaNodeSchema } from "./schema.ts";

interface Prepared {
  url: Template | null;
  caption: Template | null;
  filename: Template | null;
}

function texts(data: MediaData): TextField[] {
  return [
    topText(data, "caption", "the caption", {
      code: "caption",
      limit: CHANNEL_LIMITS.whatsapp.caption,
      splits: true,
    }),
    topText(data, "url", "the address", { reader: "machine" }),
    topText(data, "filename", "the file name"),
  ];
}

export const mediaNode = defineNode({
  type: "media",
  group: "say",
  summary: "Sends an image, video, audio, voice note, document or sticker.",
  version: 1,
  schema: mediaNodeSchema,
  defaults: { kind: "image" },
  says: ["media"],
  ports: () => [NEXT_PORT, FAILED_PORT],
  prepare: (data): Prepared => ({
    url: compileOptional(data.url),
    caption: compileOptional(data.caption),
    filename: compileOptional(data.filename),
  }),
  enter(scope) {
    const source = renderSource(scope, scope.prepared.url, scope.data.fileId);
    if (!source) return go();
    const caption = scope.prepared.caption ? scope.render(scope.prepared.caption) : "";
    const filename = scope.prepared.filename ? scope.render(scope.prepared.filename) : "";
    const media = {
      kind: scope.data.kind,
      ...source,
      ...(caption ? { caption } : {}),
      ...(filename ? { filename } : {}),
    };
    return say(scope, { type: "media", media });
  },
  resume: (scope, input) => resumeSaid(scope, input),
  texts,
  check: (data) => sourceProblems(data, "the media"),
});
