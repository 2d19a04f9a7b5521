/** Tells somebody outside the chat. */
import { IconBell } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const notifyUi: NodeUi<NodeData<"notify">> = {
  title: "Notify",
  description: "Tell a colleague or another system",
  keywords: "email mail slack teams alert webhook message internal",
  group: "act",
  icon: IconBell,
  Card,
  Form,
};
