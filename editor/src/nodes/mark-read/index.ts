/** Blue ticks. */
import { IconChecks } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const markReadUi: NodeUi<NodeData<"mark-read">> = {
  title: "Mark as read",
  description: "Give the customer's messages their blue ticks",
  keywords: "ticks seen read receipt",
  group: "act",
  icon: IconChecks,
  Card,
  Form,
};
