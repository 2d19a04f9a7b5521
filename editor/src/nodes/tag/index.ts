/** Puts tags on the contact or takes them off. */
import { IconTag } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const tagUi: NodeUi<NodeData<"tag">> = {
  title: "Tag",
  description: "Put tags on the contact, or take them off",
  keywords: "label segment mark contact",
  group: "act",
  icon: IconTag,
  Card,
  Form,
};
