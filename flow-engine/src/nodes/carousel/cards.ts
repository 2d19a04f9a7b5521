/** The cards of a carousel: what is compiled of them, and how they come out. */
import type { CardButton, CarouselCard } from "../../content/schema.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import type { Scope } from "../define-node.ts";
import { compileLink, renderLink } from "../link.ts";
import { renderSource } from "../media-source.ts";
import type { CarouselCardData } from "./schema.ts";

type ButtonData = CarouselCardData["buttons"][number];

export interface PreparedCard {
  media: CarouselCardData["media"];
  mediaUrl: Template | null;
  title: Template | null;
  text: Template | null;
  buttons: PreparedButton[];
}
type PreparedButton =
  | { kind: "url"; label: Template; url: Template }
  | { kind: "reply"; id: string; title: Template };

export function prepareCard({ media, title, text, buttons }: CarouselCardData): PreparedCard {
  return {
    media,
    mediaUrl: compileOptional(media?.url),
    title: compileOptional(title),
    text: compileOptional(text),
    buttons: buttons.map(prepareButton),
  };
}

function prepareButton(button: ButtonData): PreparedButton {
  return button.kind === "url"
    ? { kind: "url", label: compileTemplate(button.label), url: compileLink(button.url) }
    : { kind: "reply", id: button.id, title: compileTemplate(button.title) };
}

export function renderCard(scope: Scope, card: PreparedCard): CarouselCard {
  const source = card.media ? renderSource(scope, card.mediaUrl, card.media.fileId) : null;
  const title = card.title ? scope.render(card.title).trim() : "";
  const text = card.text ? scope.render(card.text).trim() : "";
  return {
    ...(card.media && source ? { media: { kind: card.media.kind, ...source } } : {}),
    ...(title ? { title } : {}),
    ...(text ? { text } : {}),
    buttons: card.buttons.flatMap((button) => renderButton(scope, button) ?? []),
  };
}

/** Null for one whose address is none. */
function renderButton(scope: Scope, button: PreparedButton): CardButton | null {
  if (button.kind === "reply") return { kind: "reply", id: button.id, title: scope.render(button.title) };
  const url = renderLink(scope, button.url);
  return url === null ? null : { kind: "url", label: scope.render(button.label), url };
}
