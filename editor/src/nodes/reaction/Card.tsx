/** The emoji. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"reaction">>) {
  if (data.emoji.trim() === "") return <CardLine>Takes its reaction back</CardLine>;
  return (
    <CardLine>
      Reacts with <strong>{data.emoji}</strong>
    </CardLine>
  );
}
