/** What a customer sent besides words, as a file to fetch: known by the platform's id, or by its address where there is none. Pure. */
import type { InboundContent } from "@hilo/flow-engine";
import { providerKey } from "../db/ids.ts";
import { bareMime, UNKNOWN_MIME } from "./media-kind.ts";

export interface ReceivedMedia {
  platformId: string;
  sourceUrl: string | null;
  mime: string;
  name: string | null;
}

/** Null: nothing that could be fetched. */
export function receivedMedia(content: InboundContent): ReceivedMedia | null {
  if (content.type !== "media") return null;
  const { id, url, mimeType, filename } = content.media;
  const platformId = id ?? (url === undefined ? null : `url:${providerKey(url).toString("hex")}`);
  if (platformId === null) return null;
  return {
    platformId: platformId.slice(0, 500),
    sourceUrl: url ?? null,
    mime: bareMime(mimeType) ?? UNKNOWN_MIME,
    name: filename?.slice(0, 240) ?? null,
  };
}
