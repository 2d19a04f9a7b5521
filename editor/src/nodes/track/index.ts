/** Counts something that happened. */
import { IconChartBar } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const trackUi: NodeUi<NodeData<"track">> = {
  title: "Track",
  description: "Count a sale, a lead, anything you measure",
  keywords: "conversion event goal analytics metric pixel",
  group: "act",
  icon: IconChartBar,
  Card,
  Form,
};
