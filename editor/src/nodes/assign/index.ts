/** Gives the conversation to somebody. */
import { IconUserCheck } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const assignUi: NodeUi<NodeData<"assign">> = {
  title: "Assign",
  description: "Give the conversation to a person or a team",
  keywords: "agent owner team round robin route",
  group: "act",
  icon: IconUserCheck,
  Card,
  Form,
};
