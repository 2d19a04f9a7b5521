/** The media itself where the browser can show it, else its symbol. */
import type { MediaKind } from "@hilo/flow-engine";
import {
  type Icon,
  IconFileText,
  IconMicrophone,
  IconMusic,
  IconPhoto,
  IconSticker,
  IconVideo,
} from "@tabler/icons-react";
import { useState } from "react";
import classes from "../preview/preview.module.css";

export const MEDIA_WORDS: Record<MediaKind, string> = {
  // t:
  image: "Picture",
  video: "Video",
  audio: "Sound",
  voice: "Voice note",
  document: "File",
  sticker: "Sticker",
};

const SYMBOLS: Record<MediaKind, Icon> = {
  image: IconPhoto,
  video: IconVideo,
  audio: IconMusic,
  voice: IconMicrophone,
  document: IconFileText,
  sticker: IconSticker,
};

/** A full address without variables: only such a one can be fetched here. */
const SHOWABLE = /^https:\/\/[^\s{}]+$/;

export function MediaPicture({ kind, url }: { kind: MediaKind; url: string | undefined }) {
  const [broken, setBroken] = useState<string>();
  const Glyph = SYMBOLS[kind];
  const picture = (kind === "image" || kind === "sticker") && url && SHOWABLE.test(url) && broken !== url;
  return (
    <div className={classes.media}>
      {picture ? (
        <img src={url} alt="" loading="lazy" referrerPolicy="no-referrer" onError={() => setBroken(url)} />
      ) : (
        <Glyph size={30} stroke={1.4} />
      )}
    </div>
  );
}
