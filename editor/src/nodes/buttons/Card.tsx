/** The question; its buttons are the card's ways out. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble, BubbleHeader } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"buttons">>) {
  const header = data.header?.kind === "text" && data.header.text !== "" && (
    <BubbleHeader text={data.header.text} />
  );
  return <Bubble compact text={data.text} empty="What do you ask?" above={header} footer={data.footer} />;
}
