/** Notes that the contact wants to hear nothing more. */
import { IconBellOff } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const optOutUi: NodeUi<NodeData<"opt-out">> = {
  title: "Opt out",
  description: "Note that the contact wants to hear no more",
  keywords: "unsubscribe stop consent gdpr block",
  group: "act",
  icon: IconBellOff,
  Card,
  Form,
};
