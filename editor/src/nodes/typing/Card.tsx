/** For how long somebody seems to write. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data: { seconds } }: CardProps<NodeData<"typing">>) {
  return (
    <CardLine>
      Typing for <strong>{seconds === 1 ? "1 second" : `${seconds} seconds`}</strong>
    </CardLine>
  );
}
