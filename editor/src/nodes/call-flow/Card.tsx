/** The flow it runs. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { useFlowChoices } from "./use-flow-choices.ts";

export function Card({ data }: CardProps<NodeData<"call-flow">>) {
  const name = useFlowChoices().find(({ value }) => value === data.flow)?.label ?? data.flow;
  return <CardLine>{name ? <strong>{name}</strong> : "No flow chosen yet"}</CardLine>;
}
