/** Waits for a call from outside. */
import { IconWebhook } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const waitForWebhookUi: NodeUi<NodeData<"wait-for-webhook">> = {
  title: "Wait for a call",
  description: "Go on when another system calls",
  keywords: "webhook callback payment external event resume zapier",
  group: "logic",
  icon: IconWebhook,
  Card,
  Form,
};
