/** What about. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"opt-in">>) {
  if (!data.topic) return <CardLine>Wants to hear from you</CardLine>;
  return (
    <CardLine>
      Wants to hear about <strong>{data.topic}</strong>
    </CardLine>
  );
}
