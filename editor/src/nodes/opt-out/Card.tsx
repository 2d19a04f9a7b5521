/** What about. */

import { t } from "../../i18n/t.ts";
import { tNodes } from "../../i18n/t-nodes.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"opt-out">>) {
  if (!data.topic) return <CardLine>{t("Wants to hear no more")}</CardLine>;
  return (
    <CardLine>
      {tNodes("Wants to hear no more about {topic}", { topic: <strong>{data.topic}</strong> })}
    </CardLine>
  );
}
