/** Who is told, and what. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";
import { WAYS } from "./ways.ts";

export function Card({ data }: CardProps<NodeData<"notify">>) {
  const { by, to, secret, subject, text } = data;
  const said = by === "email" ? subject || text : text;
  return (
    <>
      <CardLine>
        {WAYS[by]} to <strong>{secret ?? <ChatText text={to || "nobody yet"} />}</strong>
      </CardLine>
      {said !== "" && (
        <CardLine>
          <ChatText text={said} />
        </CardLine>
      )}
    </>
  );
}
