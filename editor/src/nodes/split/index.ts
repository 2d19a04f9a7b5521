/** Sends contacts different ways by weight. */
import { IconFlask } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const splitUi: NodeUi<NodeData<"split">> = {
  title: "Split test",
  description: "Try variants on shares of the contacts",
  keywords: "a/b ab test experiment random weight variant percent",
  group: "logic",
  icon: IconFlask,
  Card,
  Form,
};
