/** Whether a platform takes a file, judged by its kind and by what the end of its name says is inside. Pure. */
import type { Media } from "../../content/schema.ts";
import type { ChannelLimits } from "../channel-limits.ts";

/** What may be inside a file of that name. Other names say nothing, and the file is tried as what it is called. */
const MIME_TYPES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    jpg: ["image/jpeg"],
    jpeg: ["image/jpeg"],
    png: ["image/png"],
    gif: ["image/gif"],
    webp: ["image/webp"],
    svg: ["image/svg+xml"],
    heic: ["image/heic"],
    mp4: ["video/mp4", "audio/mp4"],
    "3gp": ["video/3gpp", "audio/3gpp"],
    mov: ["video/quicktime"],
    avi: ["video/x-msvideo"],
    webm: ["video/webm", "audio/webm"],
    ogv: ["video/ogg"],
    ogg: ["audio/ogg", "video/ogg"],
    oga: ["audio/ogg"],
    opus: ["audio/ogg"],
    aac: ["audio/aac"],
    amr: ["audio/amr"],
    mp3: ["audio/mpeg"],
    m4a: ["audio/mp4"],
    wav: ["audio/wav"],
    txt: ["text/plain"],
    csv: ["text/csv"],
    zip: ["application/zip"],
    pdf: ["application/pdf"],
    doc: ["application/msword"],
    xls: ["application/vnd.ms-excel"],
    ppt: ["application/vnd.ms-powerpoint"],
    docx: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    xlsx: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    pptx: ["application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  }),
);

/** Kinds that are close relatives of another: a platform without the one may have the other. */
const OTHER_KIND = { voice: "audio", sticker: "image" } as const;

/** The same file as another kind of media; itself when it has no relative. */
export function otherKind(media: Media): Media {
  return media.kind === "voice" || media.kind === "sticker"
    ? { ...media, kind: OTHER_KIND[media.kind] }
    : media;
}

export function takesMedia(media: Media, limits: ChannelLimits): boolean {
  const taken = limits.media[media.kind];
  if (taken === null) return false;
  const types = MIME_TYPES.get(extensionOf(media));
  return types === undefined || taken.mimeTypes.some((type) => type === "*/*" || types.includes(type));
}

/** In small letters; empty when there is none. A document's name counts before its address, as on the customer's phone. */
function extensionOf({ kind, url = "", filename }: Media): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  const name = (kind === "document" && filename) || path;
  return /[^/]\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}
