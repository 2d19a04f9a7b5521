/** Many ways out by one value. */
import { IconRoute } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const switchUi: NodeUi<NodeData<"switch">> = {
  title: "Switch",
  description: "Many ways out by one value",
  keywords: "case branch route split by value",
  group: "logic",
  icon: IconRoute,
  Card,
  Form,
};
