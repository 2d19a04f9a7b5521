/** What stands above a text, as the phone shows it. */
import type { HeaderData } from "../fields/HeaderFields.tsx";
import { MediaPicture } from "../media/MediaPicture.tsx";
import { BubbleHeader } from "./Bubble.tsx";

export function HeaderPreview({ header }: { header: HeaderData }) {
  if (header.kind === "media") return <MediaPicture kind={header.media.kind} url={header.media.url} />;
  return header.text === "" ? null : <BubbleHeader text={header.text} />;
}
