/** Goes on at another step. */
import { IconCornerDownRight } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const goToNodeUi: NodeUi<NodeData<"go-to-node">> = {
  title: "Go to a step",
  description: "Go on at another step of this flow",
  keywords: "jump goto back loop return node",
  group: "logic",
  icon: IconCornerDownRight,
  Card,
  Form,
};
