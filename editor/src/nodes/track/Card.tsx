/** What is counted. */

import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"track">>) {
  return (
    <CardLine>
      <strong>{data.event || t("No event yet")}</strong>
      {data.value && <> {withParts(t("worth {value}"), { value: <ChatText text={data.value} /> })}</>}
    </CardLine>
  );
}
