/** Where a flow begins, with what starts it. */
import { IconBolt } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const startUi: NodeUi<NodeData<"start">> = {
  title: "Start",
  description: "What starts this flow",
  keywords: "trigger keyword begin",
  group: "start",
  icon: IconBolt,
  Card,
  Form,
};
