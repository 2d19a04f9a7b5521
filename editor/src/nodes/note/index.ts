/** Writes a note about the contact. */
import { IconNote } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const noteUi: NodeUi<NodeData<"note">> = {
  title: "Note",
  description: "Write something down for your colleagues",
  keywords: "comment internal remark memo",
  group: "act",
  icon: IconNote,
  Card,
  Form,
};
