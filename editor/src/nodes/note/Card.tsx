/** The note. */
import { t } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"note">>) {
  return <CardLine>{data.text ? <ChatText text={data.text} /> : t("Nothing written yet")}</CardLine>;
}
