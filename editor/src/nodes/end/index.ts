/** The explicit end of a flow. */
import { IconFlag } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const endUi: NodeUi<NodeData<"end">> = {
  title: "End",
  description: "The conversation ends here",
  keywords: "stop finish close",
  group: "logic",
  icon: IconFlag,
  Card,
  Form,
};
