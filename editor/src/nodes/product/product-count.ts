/** How many products a message shows, in words. */
import type { NodeData } from "../node-ui.ts";

export function productCount({ sections }: Pick<NodeData<"product">, "sections">): string {
  const count = sections.flatMap(({ products }) => products).filter((id) => id.trim() !== "").length;
  if (count === 0) return "No products yet";
  return count === 1 ? "1 product" : `${count} products`;
}
