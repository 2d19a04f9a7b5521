/** Files, and the words under them. Pure. */
import type { ContentOf, MessageContent } from "../../content/schema.ts";
import { splitText } from "../shorten.ts";
import { type Fitting, sayText } from "./fitting.ts";
import { otherKind } from "./media-format.ts";

/** What does not fit under a file, or may not stand there, follows as text. */
export function fitMedia(content: ContentOf<"media">, fitting: Fitting): MessageContent[] {
  const { caption, filename, ...media } = content.media;
  const kept = { ...media, ...(filename && media.kind === "document" ? { filename } : {}) };
  const words = caption?.trim() ?? "";
  if (words === "") return [{ type: "media", media: kept }];
  const { name, caption: room, media: kinds } = fitting.limits;
  if (!kinds[media.kind]?.captioned) {
    fitting.note("moved", `The caption follows as a text: ${name} shows none under this kind of file.`);
    return [{ type: "media", media: kept }, ...sayText(fitting, words)];
  }
  const first = splitText(words, { characters: room })[0] ?? "";
  if (first !== words) fitting.note("split", `What does not fit under the file follows as a text.`);
  return [
    { type: "media", media: { ...kept, caption: first } },
    ...sayText(fitting, words.slice(first.length).trimStart()),
  ];
}

export function fitAsOtherKind(content: ContentOf<"media">, fitting: Fitting): MessageContent[] {
  return fitMedia({ type: "media", media: otherKind(content.media) }, fitting);
}

/** Caption, name and address. A file that was uploaded has no address, so only its words are left. */
export function fitAsLink({ media }: ContentOf<"media">, fitting: Fitting): MessageContent[] {
  const { caption, filename, url } = media;
  const lines = [caption, filename, url].flatMap((line) => (line?.trim() ? [line.trim()] : []));
  return sayText(fitting, lines.join("\n"), url ? true : undefined);
}
