/** For how long somebody seems to write. */

import { t, tCount } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data: { seconds } }: CardProps<NodeData<"typing">>) {
  return (
    <CardLine>
      {withParts(t("Typing for {time}"), {
        time: <strong>{tCount(seconds, "1 second", "{count} seconds")}</strong>,
      })}
    </CardLine>
  );
}
