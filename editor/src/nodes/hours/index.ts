/** One way while open, the other while closed. */
import { IconBuildingStore } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const hoursUi: NodeUi<NodeData<"hours">> = {
  title: "Opening hours",
  description: "One way while open, the other while closed",
  keywords: "business hours open closed holiday schedule time office",
  group: "logic",
  icon: IconBuildingStore,
  Card,
  Form,
};
