/** How long it pauses. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"wait">>) {
  if (data.until !== undefined) {
    return (
      <CardLine>
        Until <ChatText text={data.until || "?"} />
      </CardLine>
    );
  }
  const unit = data.amount === 1 ? data.unit.slice(0, -1) : data.unit;
  return (
    <CardLine>
      For{" "}
      <strong>
        {data.amount} {unit}
      </strong>
    </CardLine>
  );
}
