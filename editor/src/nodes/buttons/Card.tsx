/** The question; its buttons are the card's ways out. */
import { t } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { HeaderPreview } from "../preview/HeaderPreview.tsx";

export function Card({ data }: CardProps<NodeData<"buttons">>) {
  return (
    <Bubble
      compact
      text={data.text}
      empty={t("What do you ask?")}
      above={data.header && <HeaderPreview header={data.header} />}
      footer={data.footer}
    />
  );
}
