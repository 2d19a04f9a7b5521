/** The fields it sets and clears. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"contact-field">>) {
  return data.fields.map(({ field, operation, value }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a field may be set twice, and lines have no state
    <CardLine key={i}>
      {operation === "clear" ? (
        <>Clear {field || "a field"}</>
      ) : (
        <>
          {field || "a field"} = <ChatText text={value} />
        </>
      )}
    </CardLine>
  ));
}
