/** The rules in words. */
import { asksTags, needsRight, OPERATOR_WORDS } from "../fields/operators.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

const SHOWN = 4;

export function Card({ data }: CardProps<NodeData<"condition">>) {
  return (
    <>
      {data.rules.slice(0, SHOWN).map(({ left, operator, right }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
        <CardLine key={i}>
          {i > 0 && (data.match === "all" ? "and " : "or ")}
          {!asksTags(operator) && <strong>{left || "?"}</strong>} {OPERATOR_WORDS[operator]}{" "}
          {needsRight(operator) && <strong>{right || "?"}</strong>}
        </CardLine>
      ))}
      {data.rules.length > SHOWN && <CardLine>and {data.rules.length - SHOWN} more rules</CardLine>}
    </>
  );
}
