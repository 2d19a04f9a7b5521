/** What about. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"opt-out">>) {
  if (!data.topic) return <CardLine>Wants to hear no more</CardLine>;
  return (
    <CardLine>
      Wants to hear no more about <strong>{data.topic}</strong>
    </CardLine>
  );
}
