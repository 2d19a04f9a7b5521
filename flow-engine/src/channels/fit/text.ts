/** Texts: one message, or several cut at word ends. */
import type { ContentOf, MessageContent } from "../../content/schema.ts";
import { limitsOf, type Platform } from "../limits.ts";
import { type Room, splitText, textRoom } from "./cut.ts";
import { type Fitted, fitted } from "./fitted.ts";

export function fitText(content: ContentOf<"text">, platform: Platform): Fitted {
  const parts = splitText(content.text, textRoom(limitsOf(platform)));
  const messages = parts.map((text) => ({ ...content, text }));
  if (parts.length < 2) return fitted(messages);
  return fitted(messages, {
    code: "split",
    message: `The text is longer than one message takes and goes in ${parts.length}.`,
  });
}

/** Lines as one text; blank ones are left out. */
export function fitLines(lines: readonly (string | undefined)[], platform: Platform): Fitted {
  const text = lines.filter((line) => line?.trim()).join("\n");
  return fitText({ type: "text", text }, platform);
}

/** The part of a text that stands above buttons is its end; what is too long goes before as text. */
export function fitBody(
  text: string,
  room: Room,
  platform: Platform,
): { before: readonly MessageContent[]; body: string } {
  const trimmed = text.trim();
  if (trimmed === "") return { before: [], body: EMPTY_BODY };
  const body = splitText(trimmed, room).at(-1) ?? EMPTY_BODY;
  const rest = trimmed.slice(0, trimmed.length - body.length).trimEnd();
  return { before: fitText({ type: "text", text: rest }, platform).messages, body };
}

/** Platforms refuse an empty body above buttons. */
const EMPTY_BODY = "…";
