/** The header of a message: a text or media, with templates inside. */
import type { Header, Media } from "../content/schema.ts";
import { compileOptional, compileTemplate, type Template } from "../expressions/templates.ts";
import type { Scope } from "./define-node.ts";
import type { TextField } from "./text-field.ts";

export type PreparedHeader =
  | { kind: "text"; text: Template }
  | { kind: "media"; media: Media; url: Template | null }
  | null;

export function prepareHeader(header: Header | undefined): PreparedHeader {
  if (!header) return null;
  if (header.kind === "text") return { kind: "text", text: compileTemplate(header.text) };
  return { kind: "media", media: header.media, url: compileOptional(header.media.url) };
}

/** undefined when there is none, or when its text comes out blank. */
export function renderHeader(scope: Scope, header: PreparedHeader): Header | undefined {
  if (!header) return undefined;
  if (header.kind === "media") {
    const { media, url } = header;
    return { kind: "media", media: url ? { ...media, url: scope.render(url).trim() } : media };
  }
  const text = scope.render(header.text);
  return text.trim() === "" ? undefined : { kind: "text", text };
}

/** @param limit characters of a text header */
export function headerTexts(header: Header | undefined, limit: number): TextField[] {
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
