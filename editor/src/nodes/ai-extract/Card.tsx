/** The variables it fills. */

import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"ai-extract">>) {
  return (
    <>
      <CardLine>
        {withParts(t("{model} reads"), { model: <strong>{data.model || t("no model yet")}</strong> })}
      </CardLine>
      <CardLine>→ {data.fields.map(({ name }) => name).join(", ")}</CardLine>
    </>
  );
}
