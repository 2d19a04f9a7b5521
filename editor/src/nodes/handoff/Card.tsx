/** What the customer is told, and who takes over. */

import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import { assigneeWords } from "../fields/AssigneeFields.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble, CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"handoff">>) {
  return (
    <>
      {data.text !== "" && <Bubble compact text={data.text} />}
      <CardLine>
        {withParts(t("To {who}"), {
          who: (
            <strong>{data.assign ? assigneeWords(data.assign) : data.team || t("whoever is free")}</strong>
          ),
        })}
      </CardLine>
    </>
  );
}
