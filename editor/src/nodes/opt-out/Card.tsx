/** What about. */

import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"opt-out">>) {
  if (!data.topic) return <CardLine>{t("Wants to hear no more")}</CardLine>;
  return (
    <CardLine>
      {withParts(t("Wants to hear no more about {topic}"), { topic: <strong>{data.topic}</strong> })}
    </CardLine>
  );
}
