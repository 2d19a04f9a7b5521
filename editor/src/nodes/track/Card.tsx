/** What is counted. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"track">>) {
  return (
    <CardLine>
      <strong>{data.event || "No event yet"}</strong>
      {data.value && (
        <>
          {" "}
          worth <ChatText text={data.value} />
        </>
      )}
    </CardLine>
  );
}
