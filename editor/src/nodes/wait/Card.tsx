/** How long it pauses. */
import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
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
          ? withParts(t("For {time}"), { time: <strong>{amountWords(data)}</strong> })
          : withParts(t(text), { length, date: <ChatText text={data.until || "?"} /> })}
      </CardLine>
      {afterWords(data).map((words) => (
        <CardLine key={words}>{words}</CardLine>
      ))}
    </>
  );
}
