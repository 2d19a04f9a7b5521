/** A text bubble. */
import { IconMessage } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const textUi: NodeUi<NodeData<"text">> = {
  title: "Text",
  description: "Say something in a message",
  keywords: "message say write bubble",
  group: "say",
  icon: IconMessage,
  Card,
  Form,
};
