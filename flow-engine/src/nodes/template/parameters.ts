/** What fills in a template: compiled once, and as it comes out. */
import type { TemplateParameters } from "../../content/schema.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import type { Scope } from "../define-node.ts";
import { renderSource } from "../media-source.ts";
import { type PreparedPlace, preparePlace, renderPlace } from "../place.ts";
import type { TemplateButton, TemplateData } from "./schema.ts";

type HeaderData = NonNullable<TemplateData["header"]>;
type MediaData = Extract<HeaderData, { kind: "media" }>["media"];
type PreparedHeader =
  | { kind: "text"; text: Template }
  | { kind: "media"; media: MediaData; url: Template | null }
  | { kind: "location"; place: PreparedPlace };

export interface PreparedParameters {
  header: PreparedHeader | null;
  body: { name: string | undefined; text: Template }[];
  buttons: { button: TemplateButton; value: Template | null }[];
}

export function prepareParameters({ header, body, buttons }: TemplateData): PreparedParameters {
  return {
    header: header ? prepareHeader(header) : null,
    body: body.map(({ name, text }) => ({ name: name?.trim() || undefined, text: compileTemplate(text) })),
    buttons: buttons.map((button) => ({ button, value: compileOptional(filledIn(button)) })),
  };
}

function prepareHeader(header: HeaderData): PreparedHeader {
  switch (header.kind) {
    case "text":
      return { kind: "text", text: compileTemplate(header.text) };
    case "media":
      return { kind: "media", media: header.media, url: compileOptional(header.media.url) };
    case "location":
      return { kind: "location", place: preparePlace(header) };
  }
}

/** The template of a button that has one. */
export function filledIn(button: TemplateButton): string | undefined {
  if (button.kind === "url") return button.text;
  return button.kind === "copy-code" ? button.code : undefined;
}

/** Null, with a note in the trace, when the header can't be filled in: without it the platform refuses the message. */
export function renderParameters(scope: Scope, prepared: PreparedParameters): TemplateParameters | null {
  const header = prepared.header ? renderHeader(scope, prepared.header) : undefined;
  if (header === null) return null;
  return {
    ...(header ? { header } : {}),
    body: prepared.body.map(({ name, text }) => ({
      ...(name === undefined ? {} : { name }),
      text: scope.render(text),
    })),
    buttons: prepared.buttons.flatMap(({ button, value }, index) =>
      renderButton(scope, button, index, value ? scope.render(value) : ""),
    ),
  };
}

function renderHeader(scope: Scope, header: PreparedHeader): TemplateParameters["header"] | null {
  switch (header.kind) {
    case "text":
      return { kind: "text", text: scope.render(header.text) };
    case "media": {
      const source = renderSource(scope, header.url, header.media.fileId);
      const { kind, filename } = header.media;
      return source && { kind: "media", media: { kind, ...source, ...(filename ? { filename } : {}) } };
    }
    case "location": {
      const place = renderPlace(scope, header.place);
      return place && { kind: "location", ...place };
    }
  }
}

/** Nothing for a button that needs nothing. */
function renderButton(
  scope: Scope,
  button: TemplateButton,
  index: number,
  value: string,
): TemplateParameters["buttons"] {
  const label: { label?: string } = labelOf(button);
  switch (button.kind) {
    case "quick-reply":
      return [{ kind: "quick-reply", index, label: button.title, payload: button.id }];
    case "url":
      return [{ kind: "url", index, ...label, text: value }];
    case "copy-code":
      return [{ kind: "copy-code", index, code: value }];
    case "form":
      return [{ kind: "form", index, ...label, token: formToken(scope) }];
    case "other":
      return [];
  }
}

const labelOf = (button: TemplateButton) =>
  "label" in button && typeof button.label === "string" && button.label !== "" ? { label: button.label } : {};

/** Comes back with the form's answer. */
export const formToken = (scope: Scope): string => `${String(scope.read("session.id"))}:${scope.nodeId}`;
