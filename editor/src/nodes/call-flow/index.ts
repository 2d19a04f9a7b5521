/** Runs another flow and comes back. */
import { IconSitemap } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const callFlowUi: NodeUi<NodeData<"call-flow">> = {
  title: "Run a flow",
  description: "Go through another flow, then come back",
  keywords: "call sub subflow reuse flow",
  group: "logic",
  icon: IconSitemap,
  Card,
  Form,
};
