/** The variables it fills. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"ai-extract">>) {
  return (
    <>
      <CardLine>
        <strong>{data.model || "no model yet"}</strong> reads
      </CardLine>
      <CardLine>→ {data.fields.map(({ name }) => name).join(", ")}</CardLine>
    </>
  );
}
