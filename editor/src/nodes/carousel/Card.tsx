/** The text, and the cards' headlines; reply buttons are the ways out. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble, CardLine } from "../preview/Bubble.tsx";

export function Card({ data: { text, cards } }: CardProps<NodeData<"carousel">>) {
  const titles = cards.map(({ title = "" }) => title).filter((title) => title.trim() !== "");
  return (
    <>
      <Bubble compact text={text} />
      <CardLine>
        <strong>{cards.length === 1 ? "1 card" : `${cards.length} cards`}</strong>
        {titles.length > 0 && `: ${titles.join(", ")}`}
      </CardLine>
    </>
  );
}
