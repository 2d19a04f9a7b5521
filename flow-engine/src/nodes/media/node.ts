/** Sends an image, video, audio, voice note, document or sticker, and goes on. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { isHttpUrl } from "../../content/urls.ts";
import { compileOptional, type Template } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT, type NodeProblem, type Scope } from "../define-node.ts";
import { isLiteral, templateProblems, templateReads } from "../template-fields.ts";
import { type LimitedText, lengthProblems } from "../text-problems.ts";
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

function check(data: MediaData): NodeProblem[] {
  const texts: LimitedText[] = [
    { code: "caption", label: "the caption", source: data.caption, limit: CHANNEL_LIMITS.whatsapp.caption },
  ];
  const templates = [
    ...texts,
    { label: "the address", source: data.url },
    { label: "the file name", source: data.filename },
  ];
  return [...sourceProblems(data), ...lengthProblems(texts), ...templateProblems(templates)];
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
  version: 1,
  schema: mediaNodeSchema,
  defaults: { kind: "image" },
  ports: () => [NEXT_PORT],
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
    scope.send({ type: "media", media });
    return go();
  },
  refs: (data) => templateReads([data.url, data.caption, data.filename]),
  check,
});
