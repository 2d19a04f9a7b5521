/** What the model is told, and how long it goes on. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"ai-reply">>) {
  const { model, prompt = "", system, chat, send, saveAs } = data;
  return (
    <>
      <CardLine>
        <strong>{model || "no model yet"}</strong>{" "}
        {chat ? `answers up to ${chat.maxTurns} times` : "answers once"}
      </CardLine>
      {(prompt || system) !== "" && (
        <CardLine>
          <ChatText text={prompt || system} />
        </CardLine>
      )}
      {saveAs && (
        <CardLine>
          → {saveAs}
          {!send && ", unsaid"}
        </CardLine>
      )}
    </>
  );
}
