/** Leaves for another flow. */
import { IconTransitionRight } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const goToFlowUi: NodeUi<NodeData<"go-to-flow">> = {
  title: "Go to a flow",
  description: "Leave this flow and go on in another one",
  keywords: "jump goto other flow switch leave redirect",
  group: "logic",
  icon: IconTransitionRight,
  Card,
  Form,
};
