/** Who gets the conversation. */
import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import { assigneeWords } from "../fields/AssigneeFields.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"assign">>) {
  return <CardLine>{withParts(t("To {who}"), { who: <ChatText text={assigneeWords(data.to)} /> })}</CardLine>;
}
