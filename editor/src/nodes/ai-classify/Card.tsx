/** What is sorted; the categories are the ways out below. */

import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"ai-classify">>) {
  return (
    <CardLine>
      {withParts(t("{model} sorts {what}"), {
        model: <strong>{data.model || t("no model yet")}</strong>,
        what: data.input ? <ChatText text={data.input} /> : t("the latest message"),
      })}
    </CardLine>
  );
}
