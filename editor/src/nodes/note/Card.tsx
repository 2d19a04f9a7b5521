/** The note. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"note">>) {
  return <CardLine>{data.text ? <ChatText text={data.text} /> : "Nothing written yet"}</CardLine>;
}
