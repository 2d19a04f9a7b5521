/** Products of a catalog. */
import { IconShoppingBag } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const productUi: NodeUi<NodeData<"product">> = {
  title: "Products",
  description: "Show products of your catalog",
  keywords: "catalog shop buy order sell",
  group: "say",
  icon: IconShoppingBag,
  Card,
  Form,
};
