/** Carousels and link buttons as WhatsApp takes them. Pure. */
import type { CarouselCard, ContentOf } from "@hilo/flow-engine";
import { source } from "./render-media.ts";

type Json = Record<string, unknown>;

/** `action` of a message or card with one link button. */
export function link(display_text: string, url: string): Json {
  return { name: "cta_url", parameters: { display_text, url } };
}

export function carousel({ text, cards }: ContentOf<"carousel">): Json {
  return { type: "carousel", body: { text }, action: { cards: cards.map(card) } };
}

function card({ media, text, buttons }: CarouselCard, card_index: number): Json {
  const [button] = buttons;
  return {
    card_index,
    type: "cta_url",
    ...(media ? { header: { type: media.kind, [media.kind]: source(media) } } : {}),
    ...(text ? { body: { text } } : {}),
    ...(button?.kind === "url" ? { action: link(button.label, button.url) } : {}),
  };
}
