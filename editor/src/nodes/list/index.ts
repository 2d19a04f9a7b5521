/** A menu of rows in sections. */
import { IconListDetails } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const listUi: NodeUi<NodeData<"list">> = {
  title: "List",
  description: "A menu of up to ten choices",
  keywords: "menu rows sections choice options select question",
  group: "ask",
  icon: IconListDetails,
  optionLook: "row",
  Card,
  Form,
};
