/** The question, and where its answer goes. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble, CardLine } from "../preview/Bubble.tsx";
import { ASK_WORDS } from "./ask-words.ts";

export function Card({ data }: CardProps<NodeData<"ask">>) {
  return (
    <>
      <Bubble compact text={data.text} empty="What do you ask?" />
      <CardLine>
        {whatAnswer(data)} → <strong>{keptIn(data)}</strong>
      </CardLine>
    </>
  );
}

/** The first titles say more than "options"; what they are, the form shows. */
function whatAnswer({ kind, options }: NodeData<"ask">): string {
  const titles = kind === "choice" ? options.flatMap(({ title }) => title.trim() || []) : [];
  return titles.length > 0 ? titles.join(" / ") : ASK_WORDS[kind];
}

function keptIn({ saveAs, contactField }: NodeData<"ask">): string {
  return [saveAs, contactField && `contact: ${contactField}`].filter(Boolean).join(", ") || "?";
}
