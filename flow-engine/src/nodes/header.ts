/** The header of a message: a text or media, with templates inside. */
import { z } from "zod";
import type { Header } from "../content/schema.ts";
import { compileOptional, compileTemplate, type Template } from "../expressions/templates.ts";
import type { NodeProblem, Scope } from "./define-node.ts";
import { mediaSourceFields, renderSource, sourceProblems } from "./media-source.ts";
import type { TextField } from "./text-field.ts";

/** What WhatsApp takes above a text. */
const HEADER_MEDIA_KINDS = ["image", "video", "document"] as const;

export const textHeaderSchema = z.looseObject({
  kind: z.literal("text").describe("A line of text."),
  text: z.string().max(1_000).describe("Template. The line."),
});
export const mediaHeaderSchema = z.looseObject({
  kind: z.literal("media").describe("A picture, a video or a document."),
  media: z
    .looseObject({
      kind: z.enum(HEADER_MEDIA_KINDS).describe("What it is."),
      ...mediaSourceFields,
      filename: z.string().max(240).optional().describe("The name under which a document is saved."),
    })
    .describe("The media."),
});
export const headerField = z
  .discriminatedUnion("kind", [textHeaderSchema, mediaHeaderSchema])
  .optional()
  .describe("Above the text: a text, an image, a video or a document.");
export type HeaderData = NonNullable<z.infer<typeof headerField>>;
type MediaHeader = z.infer<typeof mediaHeaderSchema>;

export type PreparedHeader =
  | { kind: "text"; text: Template }
  | { kind: "media"; media: MediaHeader["media"]; url: Template | null }
  | null;

export function prepareHeader(header: HeaderData | undefined): PreparedHeader {
  if (!header) return null;
  if (header.kind === "text") return { kind: "text", text: compileTemplate(header.text) };
  return { kind: "media", media: header.media, url: compileOptional(header.media.url) };
}

/** undefined when there is none, when its text comes out blank, or when its media has no usable address. */
export function renderHeader(scope: Scope, header: PreparedHeader): Header | undefined {
  if (!header) return undefined;
  if (header.kind === "text") {
    const text = scope.render(header.text);
    return text.trim() === "" ? undefined : { kind: "text", text };
  }
  const { kind, fileId, filename } = header.media;
  const source = renderSource(scope, header.url, fileId);
  if (!source) return undefined;
  return { kind: "media", media: { kind, ...source, ...(filename ? { filename } : {}) } };
}

/** @param limit characters of a text header */
export function headerTexts(header: HeaderData | undefined, limit: number): TextField[] {
  if (!header) return [];
  if (header.kind === "media") {
    const path = ["header", "media", "url"];
    const { url } = header.media;
    return [{ key: "header.url", path, label: "the header's address", source: url, reader: "machine" }];
  }
  const path = ["header", "text"];
  const { text } = header;
  return [
    { key: "header", path, label: "the header", source: text, reader: "customer", code: "header", limit },
  ];
}

export function headerProblems(header: HeaderData | undefined): NodeProblem[] {
  return header?.kind === "media" ? sourceProblems(header.media, "the header's media") : [];
}
