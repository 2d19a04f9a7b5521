/** The question over the menu; its rows are the card's ways out. */
import { t } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble, BubbleHeader } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"list">>) {
  return (
    <Bubble
      compact
      text={data.text}
      empty={t("What do you ask?")}
      above={data.header && <BubbleHeader text={data.header} />}
      footer={data.footer}
    />
  );
}
