/** The place with its pin. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { PlacePreview } from "../preview/PlacePreview.tsx";

export function Card({ data }: CardProps<NodeData<"location">>) {
  return <PlacePreview compact place={data} />;
}
