/** Sends an image, video, audio, voice note, document or sticker, and goes on. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { isHttpUrl } from "../../content/urls.ts";
import { compileOptional, type Template } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT, type NodeProblem, type Scope } from "../define-node.ts";
import { FAILED_PORT, resumeSaid, say } from "../say.ts";
import { isLiteral, type TextField, topText } from "../text-field.ts";
import { type MediaData, mediaNodeSchema } from "./schema.ts";

interface Prepared {
  url: Template | null;
  caption: Template | null;
  filename: Template | null;
}

/** The URL once rendered, when there is one to use. */
function sourceOf(scope: Scope<MediaData, Prepared>): { url: string } | { fileId: string } | null {
  const url = scope.prepared.url ? scope.render(scope.prepared.url).trim() : "";
  if (isHttpUrl(url)) return { url };
  return scope.data.fileId ? { fileId: scope.data.fileId } : null;
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

function sourceProblems(data: MediaData): NodeProblem[] {
  const url = data.url?.trim() ?? "";
  if (url === "" && !data.fileId) {
    return [
      {
        code: "media-missing",
        severity: "error",
        message: "There is nothing to send. Upload a file or give its address.",
      },
    ];
  }
  if (url === "" || !isLiteral(url) || isHttpUrl(url)) return [];
  const message = "The address of the media is not a web address. Write one that begins with https://.";
  return [{ code: "url-invalid", severity: "error", message }];
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
    const source = sourceOf(scope);
    if (!source) {
      scope.record({
        type: "error",
        nodeId: scope.nodeId,
        code: "media-missing",
        message: "the media has no usable address",
      });
      return go();
    }
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
  check: sourceProblems,
});
