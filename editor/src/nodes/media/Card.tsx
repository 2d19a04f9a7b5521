/** The media with its caption. */

import { IconFileText } from "@tabler/icons-react";
import { t } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { MEDIA_WORDS, MediaPicture } from "./MediaPicture.tsx";

export function Card({ data }: CardProps<NodeData<"media">>) {
  const missing = !data.url && !data.fileId;
  const empty = missing ? t("No address yet") : t(MEDIA_WORDS[data.kind]);
  return (
    <Bubble
      compact
      text={data.caption ?? (data.kind === "document" ? (data.filename ?? "") : "")}
      empty={empty}
      above={missing ? <IconFileText size={0} /> : <MediaPicture kind={data.kind} url={data.url} />}
    />
  );
}
