/** What a file is and how it may be shown: told from its bytes, not from what somebody called it. */
import { CHANNEL_LIMITS, type MediaKind, type Platform } from "@hilo/flow-engine";
import { fileTypeFromFile } from "file-type";

/** When nobody knows. */
export const UNKNOWN_MIME = "application/octet-stream";

/** Kinds without a signature in their bytes that are nothing but text: believed, because they are never shown inline. */
const PLAIN_TEXT = new Set(["text/plain", "text/csv", "text/vcard", "text/calendar", "application/json"]);

/** `audio/ogg; codecs=opus` → `audio/ogg`; null for what is no type at all. */
export function bareMime(declared: string | null | undefined): string | null {
  const bare = declared?.split(";")[0]?.trim().toLowerCase() ?? "";
  return /^[a-z0-9][\w.+-]{0,60}\/[a-z0-9][\w.+-]{0,90}$/.test(bare) ? bare : null;
}

/** Names of one thing: what the library says → what Meta lists. */
const SAME: Readonly<Record<string, string>> = {
  "audio/x-m4a": "audio/mp4",
  "video/x-m4v": "video/mp4",
  "audio/ogg; codecs=opus": "audio/ogg",
  "audio/opus": "audio/ogg",
  "application/ogg": "audio/ogg",
  "audio/wav": "audio/wav",
  "audio/vnd.wave": "audio/wav",
  "application/x-cfb": "application/msword",
};

/**
 * @param file on disk, complete
 * @param declared what its sender calls it; believed only for plain text and to tell sound from film
 */
export async function detectMime(file: string, declared: string | null): Promise<string> {
  const found = await fileTypeFromFile(file);
  const said = bareMime(declared);
  if (!found) return said !== null && PLAIN_TEXT.has(said) ? said : UNKNOWN_MIME;
  const bare = bareMime(found.mime) ?? UNKNOWN_MIME;
  const mime = SAME[found.mime] ?? SAME[bare] ?? bare;
  // The old office formats, and sound in a container for films, look alike from outside.
  if (said !== null && mime === "application/msword" && said.startsWith("application/vnd.ms-")) return said;
  if (said !== null && sameContainer(mime, said)) return said;
  return mime;
}

const sameContainer = (mime: string, said: string) =>
  (mime === "video/mp4" && said === "audio/mp4") || (mime === "video/3gpp" && said === "audio/3gpp");

const INLINE_IMAGES = new Set(["image/jpeg", "image/png", "image/gif", "image/webp"]);

/** Pictures without scripts, sound and film may stand in a page; everything else is only ever saved. */
export function mayShowInline(mime: string): boolean {
  return INLINE_IMAGES.has(mime) || /^(audio|video)\/[\w.+-]+$/.test(mime);
}

/** The type a browser is told: what could be run as a page is nothing but bytes. */
export function servedMime(mime: string): string {
  return mayShowInline(mime) || mime === "application/pdf" ? mime : UNKNOWN_MIME;
}

export function kindOfMime(mime: string): MediaKind {
  if (INLINE_IMAGES.has(mime)) return "image";
  if (mime.startsWith("video/")) return "video";
  return mime.startsWith("audio/") ? "audio" : "document";
}

/** Why a platform would refuse the file as this kind, in a sentence; null when it takes it. */
export function refusalOf(
  platform: Platform,
  kind: MediaKind,
  { mime, size }: { mime: string; size: number },
): string | null {
  const { name, media } = CHANNEL_LIMITS[platform];
  const limits = media[kind];
  if (limits === null) return `${name} takes no ${kind}.`;
  const types: readonly string[] = limits.mimeTypes;
  if (!types.includes("*/*") && !types.includes(mime))
    return `${name} takes ${types.map(shortType).join(", ")} as ${kind}, not ${shortType(mime)}.`;
  if (size > limits.maxBytes)
    return `${name} takes files of ${megabytes(limits.maxBytes)} at most as ${kind}; this one has ${megabytes(size)}.`;
  return null;
}

const shortType = (mime: string) =>
  mime.split("/")[1]?.replace(/^vnd\.openxmlformats-officedocument\./, "") ?? mime;

const megabytes = (bytes: number) =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${Math.round((bytes / 1_048_576) * 10) / 10} MB`;
