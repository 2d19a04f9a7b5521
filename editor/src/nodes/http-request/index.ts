/** Calls another system's API. */
import { IconApi } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const httpRequestUi: NodeUi<NodeData<"http-request">> = {
  title: "HTTP request",
  description: "Ask or tell another system",
  keywords: "api webhook rest json fetch integration zapier",
  group: "act",
  icon: IconApi,
  Card,
  Form,
};
