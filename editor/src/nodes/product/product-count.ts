/** How many products a message shows, in words. */
import { t, tCount } from "../../i18n/t.ts";
import type { NodeData } from "../node-ui.ts";

export function productCount({ sections }: Pick<NodeData<"product">, "sections">): string {
  const count = sections.flatMap(({ products }) => products).filter((id) => id.trim() !== "").length;
  if (count === 0) return t("No products yet");
  return tCount(count, "1 product", "{count} products");
}
