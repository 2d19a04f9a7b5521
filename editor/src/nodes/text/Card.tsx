/** The text as a bubble. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"text">>) {
  return <Bubble compact text={data.text} />;
}
