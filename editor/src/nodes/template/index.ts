/** An approved template. */
import { IconTemplate } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const templateUi: NodeUi<NodeData<"template">> = {
  title: "Template",
  description: "Send an approved WhatsApp template, at any time",
  keywords: "hsm marketing notification reminder 24 hours",
  group: "say",
  icon: IconTemplate,
  optionLook: "button",
  Card,
  Form,
};
