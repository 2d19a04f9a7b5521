/** The sign that somebody is writing. */
import { IconDots } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const typingUi: NodeUi<NodeData<"typing">> = {
  title: "Typing",
  description: "Show that somebody is writing, for a moment",
  keywords: "pause dots delay human",
  group: "say",
  icon: IconDots,
  Card,
  Form,
};
