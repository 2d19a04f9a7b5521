/** How long it pauses. */
import { tNodes } from "../../i18n/t-nodes.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";
import { afterWords, amountWords, untilWords } from "./wait-words.ts";

export function Card({ data }: CardProps<NodeData<"wait">>) {
  const { text, length } = untilWords(data);
  return (
    <>
      <CardLine>
        {data.until === undefined
          ? tNodes("For {time}", { time: <strong>{amountWords(data)}</strong> })
          : tNodes(text, { length, date: <ChatText text={data.until || "?"} /> })}
      </CardLine>
      {afterWords(data).map((words) => (
        <CardLine key={words}>{words}</CardLine>
      ))}
    </>
  );
}
