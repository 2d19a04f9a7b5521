/** A form of WhatsApp's own. */
import { IconForms } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const whatsappFormUi: NodeUi<NodeData<"whatsapp-form">> = {
  title: "WhatsApp form",
  description: "Open a form inside WhatsApp and keep what is filled in",
  keywords: "flow fields screen survey",
  group: "ask",
  icon: IconForms,
  Card,
  Form,
};
