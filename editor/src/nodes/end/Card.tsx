/** Its name says it all. */
import type { CardProps, NodeData } from "../node-ui.ts";

export function Card(_: CardProps<NodeData<"end">>) {
  return null;
}
