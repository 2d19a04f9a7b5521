/** The list, and what an item is called. */
import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"for-each">>) {
  return (
    <CardLine>
      {withParts(t("Each {item} of {list}"), {
        item: <strong>{data.itemAs || "?"}</strong>,
        list: data.list ? <ChatText text={data.list} /> : "?",
      })}
    </CardLine>
  );
}
