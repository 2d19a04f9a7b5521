/** The flow it goes on in. */
import { t } from "../../i18n/t.ts";
import { useFlowName } from "../fields/FlowField.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"go-to-flow">>) {
  const name = useFlowName(data.flow);
  return <CardLine>{name ? <strong>{name}</strong> : t("No flow chosen yet")}</CardLine>;
}
