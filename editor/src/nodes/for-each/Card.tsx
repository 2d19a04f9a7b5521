/** The list, and what an item is called. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"for-each">>) {
  return (
    <CardLine>
      Each <strong>{data.itemAs || "?"}</strong> of {data.list ? <ChatText text={data.list} /> : "?"}
    </CardLine>
  );
}
