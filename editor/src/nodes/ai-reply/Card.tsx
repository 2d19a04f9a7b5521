/** What the model is told, and how long it goes on. */
import { t, tCount } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"ai-reply">>) {
  const { model, prompt = "", system, chat, send, saveAs } = data;
  return (
    <>
      <CardLine>
        <strong>{model || t("no model yet")}</strong>{" "}
        {chat ? tCount(chat.maxTurns, "answers once", "answers up to {count} times") : t("answers once")}
      </CardLine>
      {(prompt || system) !== "" && (
        <CardLine>
          <ChatText text={prompt || system} />
        </CardLine>
      )}
      {saveAs && (
        <CardLine>
          → {saveAs}
          {!send && `, ${t("unsaid")}`}
        </CardLine>
      )}
    </>
  );
}
