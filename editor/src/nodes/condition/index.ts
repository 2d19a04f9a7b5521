/** Goes one way or the other. */
import { IconArrowsSplit2 } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const conditionUi: NodeUi<NodeData<"condition">> = {
  title: "Condition",
  description: "Go one way or the other",
  keywords: "if else branch check compare tag rule yes no",
  group: "logic",
  icon: IconArrowsSplit2,
  Card,
  Form,
};
