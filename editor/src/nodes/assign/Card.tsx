/** Who gets the conversation. */
import { tNodes } from "../../i18n/t-nodes.tsx";
import { assigneeWords } from "../fields/AssigneeFields.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"assign">>) {
  return <CardLine>{tNodes("To {who}", { who: <ChatText text={assigneeWords(data.to)} /> })}</CardLine>;
}
