/** Notes that the contact wants to hear from the business. */
import { IconUserPlus } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const optInUi: NodeUi<NodeData<"opt-in">> = {
  title: "Opt in",
  description: "Note that the contact wants to hear from you",
  keywords: "subscribe consent gdpr permission marketing newsletter",
  group: "act",
  icon: IconUserPlus,
  Card,
  Form,
};
