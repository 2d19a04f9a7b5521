/** The text, and the cards' headlines; reply buttons are the ways out. */
import { tCount } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble, CardLine } from "../preview/Bubble.tsx";

export function Card({ data: { text, cards } }: CardProps<NodeData<"carousel">>) {
  const titles = cards.map(({ title = "" }) => title).filter((title) => title.trim() !== "");
  return (
    <>
      <Bubble compact text={text} />
      <CardLine>
        <strong>{tCount(cards.length, "1 card", "{count} cards")}</strong>
        {titles.length > 0 && `: ${titles.join(", ")}`}
      </CardLine>
    </>
  );
}
