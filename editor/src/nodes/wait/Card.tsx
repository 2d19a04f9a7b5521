/** How long it pauses. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";
import { afterWords, amountWords, offsetWords } from "./wait-words.ts";

export function Card({ data }: CardProps<NodeData<"wait">>) {
  return (
    <>
      <CardLine>
        {data.until === undefined ? (
          <>
            For <strong>{amountWords(data)}</strong>
          </>
        ) : (
          <>
            Until {offsetWords(data)}
            <ChatText text={data.until || "?"} />
          </>
        )}
      </CardLine>
      {afterWords(data).map((words) => (
        <CardLine key={words}>{words}</CardLine>
      ))}
    </>
  );
}
