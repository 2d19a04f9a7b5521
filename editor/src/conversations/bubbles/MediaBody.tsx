/** A photo, film, voice message, document or sticker; drawn when there is nothing to load. */

import {
  IconFileText,
  IconMicrophone,
  IconMusic,
  IconPhoto,
  IconPlayerPlayFilled,
  IconSticker2,
  IconVideo,
} from "@tabler/icons-react";
import { useState } from "react";
import { t } from "../../i18n/t.ts";
import { MarkedText } from "./MarkedText.tsx";
import styles from "./Media.module.css";

type Kind = "image" | "video" | "audio" | "voice" | "document" | "sticker";

export interface ShownMedia {
  kind: Kind;
  url?: string | undefined;
  filename?: string | undefined;
}

const WORDS: Record<Kind, string> = {
  // t:
  image: "Photo",
  video: "Video",
  audio: "Audio",
  voice: "Voice message",
  document: "Document",
  sticker: "Sticker",
};

/** Only what a browser may fetch: web addresses and files of this server. */
export function loadableUrl(url: string | undefined): string | null {
  if (!url) return null;
  if (url.startsWith("/") && !url.startsWith("//") && !url.startsWith("/\\")) return url;
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}

export function MediaBody({ media, caption }: { media: ShownMedia; caption: string | undefined }) {
  return (
    <>
      <MediaFrame media={media} />
      {caption && <MarkedText text={caption} />}
    </>
  );
}

function MediaFrame({ media }: { media: ShownMedia }) {
  const url = loadableUrl(media.url);
  const [broken, setBroken] = useState(false);
  if (media.kind === "image" || media.kind === "sticker") {
    if (!url || broken) return <Placeholder kind={media.kind} />;
    return (
      <img
        className={media.kind === "sticker" ? styles.sticker : styles.image}
        src={url}
        alt={t(WORDS[media.kind])}
        loading="lazy"
        referrerPolicy="no-referrer"
        onError={() => setBroken(true)}
      />
    );
  }
  if (media.kind === "video") return <Placeholder kind="video" />;
  if (media.kind === "document") return <DocumentRow media={media} url={url} />;
  return <Sound kind={media.kind} />;
}

function Placeholder({ kind }: { kind: "image" | "video" | "sticker" }) {
  const Icon = { image: IconPhoto, video: IconVideo, sticker: IconSticker2 }[kind];
  return (
    <span className={kind === "sticker" ? styles.stickerPlaceholder : styles.placeholder}>
      <Icon size={kind === "sticker" ? 54 : 34} stroke={1.4} aria-hidden />
      <span>{t(WORDS[kind])}</span>
    </span>
  );
}

function DocumentRow({ media, url }: { media: ShownMedia; url: string | null }) {
  const name = media.filename ?? t(WORDS.document);
  const row = (
    <>
      <IconFileText size={26} stroke={1.5} aria-hidden />
      <span className={styles.filename}>{name}</span>
    </>
  );
  if (!url) return <span className={styles.document}>{row}</span>;
  return (
    <a className={styles.document} href={url} target="_blank" rel="noopener noreferrer nofollow">
      {row}
    </a>
  );
}

/** Heights of the drawn waveform, in pixels: the look of speech, not the sound itself. */
const WAVE = [5, 9, 14, 8, 12, 18, 10, 6, 13, 17, 9, 5, 11, 15, 8, 12, 6, 9, 14, 7, 5, 10];
const WAVE_PATH = WAVE.map((height, i) => `M${i * 5 + 2} ${11 - height / 2}v${height}`).join("");

function Sound({ kind }: { kind: "audio" | "voice" }) {
  const Icon = kind === "voice" ? IconMicrophone : IconMusic;
  return (
    <span className={styles.sound} role="img" aria-label={t(WORDS[kind])}>
      <IconPlayerPlayFilled size={20} aria-hidden />
      <svg width="112" height="22" aria-hidden="true">
        <path d={WAVE_PATH} />
      </svg>
      <Icon size={17} aria-hidden />
    </span>
  );
}
