/** Media: with its words, before them, as another kind, or as a link. */
import type { ContentOf, Header, Media } from "../../content/schema.ts";
import { limitsOf, type Platform } from "../limits.ts";
import { characters, splitText } from "./cut.ts";
import { type Fitted, fitted, joined, leftOut, otherwise } from "./fitted.ts";
import { fitLines, fitText } from "./text.ts";

const CAPTIONED: ReadonlySet<string> = new Set(["image", "video", "document"]);
/** Kinds that may stand above buttons. */
const HEADERS: ReadonlySet<string> = new Set(["image", "video", "document"]);

type MediaContent = ContentOf<"media">;

const content = (media: Media): MediaContent => ({ type: "media", media });

/** Only documents have a file name. */
function bare({ caption: _words, filename, ...media }: Media): Media {
  return { ...media, ...(filename && media.kind === "document" ? { filename } : {}) };
}

/** What does not fit under it, or may not stand there, follows as text. */
export function withCaption({ media }: MediaContent, platform: Platform): Fitted {
  const caption = media.caption?.trim() ?? "";
  if (caption === "") return fitted([content(bare(media))]);
  if (!CAPTIONED.has(media.kind)) return wordsAfterIt(media, platform);
  const first = splitText(caption, characters(limitsOf(platform).caption))[0] ?? "";
  const rest = fitText({ type: "text", text: caption.slice(first.length).trimStart() }, platform);
  return joined(fitted([content({ ...bare(media), caption: first })]), rest);
}

function wordsAfterIt(media: Media, platform: Platform): Fitted {
  const words = fitText({ type: "text", text: media.caption ?? "" }, platform);
  const note = { code: "moved", message: "The caption follows as a text: it can't stand under it." } as const;
  const notes = words.messages.length > 0 ? [note] : [];
  return joined(fitted([content(bare(media))], ...notes), words);
}

export function wordsAfter({ media }: MediaContent, platform: Platform): Fitted | null {
  return limitsOf(platform).media[media.kind] ? wordsAfterIt(media, platform) : null;
}

export function asAudio({ media }: MediaContent, platform: Platform): Fitted | null {
  if (media.kind !== "voice") return null;
  const audio = wordsAfterIt({ ...media, kind: "audio" }, platform);
  return joined(fitted([], otherwise("The voice note is sent as a sound file.")), audio);
}

export function asLink({ media }: MediaContent, platform: Platform): Fitted {
  const { url, caption } = media;
  const note = url
    ? otherwise(`A ${media.kind} can't be sent here: its address is sent instead.`)
    : leftOut(`A ${media.kind} can't be sent here, and it has no address to send instead.`);
  return joined(fitted([], note), fitLines([caption, url], platform));
}

/** A medium that can't stand above buttons there goes before as a message of its own. */
export function fitHeader(
  header: Header | undefined,
  platform: Platform,
  max: number,
): { before: Fitted; media: Header | undefined; words: string } {
  if (header === undefined) return { before: fitted([]), media: undefined, words: "" };
  if (header.kind === "text") return { before: fitted([]), media: undefined, words: header.text };
  const { media } = header;
  if (max > 0 && HEADERS.has(media.kind))
    return { before: fitted([]), media: { kind: "media", media: bare(media) }, words: "" };
  return { before: alone(bare(media), platform), media: undefined, words: "" };
}

/** A medium by itself, in the first way the platform has. */
export function alone(media: Media, platform: Platform): Fitted {
  const single = content(media);
  if (limitsOf(platform).caption > 0) return withCaption(single, platform);
  return wordsAfter(single, platform) ?? asAudio(single, platform) ?? asLink(single, platform);
}
