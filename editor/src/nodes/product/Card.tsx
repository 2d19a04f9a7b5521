/** The text, and how many products. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble, BubbleHeader } from "../preview/Bubble.tsx";
import { productCount } from "./product-count.ts";

export function Card({ data }: CardProps<NodeData<"product">>) {
  return (
    <Bubble
      compact
      text={data.text}
      empty={productCount(data)}
      above={data.header && <BubbleHeader text={data.header} />}
      footer={data.text === "" ? undefined : productCount(data)}
    />
  );
}
