/** The value it looks at; its cases are the card's ways out. */
import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"switch">>) {
  return <CardLine>{withParts(t("By {value}"), { value: <strong>{data.value || "?"}</strong> })}</CardLine>;
}
