/** Goes through a list. */
import { IconRepeat } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const forEachUi: NodeUi<NodeData<"for-each">> = {
  title: "For each item",
  description: "Do the same for every item of a list",
  keywords: "loop list repeat iterate items foreach",
  group: "logic",
  icon: IconRepeat,
  Card,
  Form,
};
