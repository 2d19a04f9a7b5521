/** Reactions: one emoji, or none to take it back. Pure. */
import type { ContentOf, MessageContent } from "../../content/schema.ts";
import { graphemeEnd } from "../graphemes.ts";
import type { Fitting } from "./fitting.ts";

export function fitReaction(content: ContentOf<"reaction">, fitting: Fitting): MessageContent[] {
  const emoji = firstEmoji(content.emoji.trim(), fitting.limits.reaction.emoji);
  if (emoji !== content.emoji.trim())
    fitting.note("shortened", "Only the first emoji is sent: a reaction has one.");
  return [{ ...content, emoji }];
}

/** A pile of marks is no emoji: what they stand on is all that is left of it. */
function firstEmoji(text: string, max: number): string {
  const first = text.slice(0, text === "" ? 0 : graphemeEnd(text, 0));
  return first.length <= max ? first : String.fromCodePoint(first.codePointAt(0) ?? 0);
}
