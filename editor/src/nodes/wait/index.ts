/** Pauses the flow. */
import { IconClock } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const waitUi: NodeUi<NodeData<"wait">> = {
  title: "Wait",
  description: "Pause for a time, or until a date",
  keywords: "delay pause sleep timer schedule later date",
  group: "logic",
  icon: IconClock,
  Card,
  Form,
};
