/** What is sorted; the categories are the ways out below. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"ai-classify">>) {
  return (
    <CardLine>
      <strong>{data.model || "no model yet"}</strong> sorts{" "}
      {data.input ? <ChatText text={data.input} /> : "the latest message"}
    </CardLine>
  );
}
