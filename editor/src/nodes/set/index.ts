/** Sets variables or contact fields. */
import { IconVariable } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const setUi: NodeUi<NodeData<"set">> = {
  title: "Set value",
  description: "Remember, count or calculate something",
  keywords: "variable field assign calculate add counter contact",
  group: "act",
  icon: IconVariable,
  Card,
  Form,
};
