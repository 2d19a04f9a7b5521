/** The header of a buttons message: a text or media, with templates inside. */
import type { Header, Media } from "../content/schema.ts";
import { compileOptional, compileTemplate, type Template } from "../expressions/templates.ts";
import type { Scope } from "./define-node.ts";

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

/** The templates of a header. */
export function headerSources(header: Header | undefined): (string | undefined)[] {
  if (!header) return [];
  return [header.kind === "text" ? header.text : header.media.url];
}
