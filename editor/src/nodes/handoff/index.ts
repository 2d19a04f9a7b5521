/** Passes the conversation to a person. */
import { IconHeadset } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const handoffUi: NodeUi<NodeData<"handoff">> = {
  title: "Hand over",
  description: "Let a person take over",
  keywords: "human agent support live takeover handoff transfer",
  group: "act",
  icon: IconHeadset,
  Card,
  Form,
};
