/** The value it looks at; its cases are the card's ways out. */
import { tNodes } from "../../i18n/t-nodes.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"switch">>) {
  return <CardLine>{tNodes("By {value}", { value: <strong>{data.value || "?"}</strong> })}</CardLine>;
}
