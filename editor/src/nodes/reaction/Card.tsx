/** The emoji. */

import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"reaction">>) {
  if (data.emoji.trim() === "") return <CardLine>{t("Takes its reaction back")}</CardLine>;
  return <CardLine>{withParts(t("Reacts with {emoji}"), { emoji: <strong>{data.emoji}</strong> })}</CardLine>;
}
