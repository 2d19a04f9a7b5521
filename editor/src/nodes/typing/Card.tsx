/** For how long somebody seems to write. */

import { tCount } from "../../i18n/t.ts";
import { tNodes } from "../../i18n/t-nodes.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data: { seconds } }: CardProps<NodeData<"typing">>) {
  return (
    <CardLine>
      {tNodes("Typing for {time}", {
        time: <strong>{tCount(seconds, "1 second", "{count} seconds")}</strong>,
      })}
    </CardLine>
  );
}
