/** An open question whose answer is checked and kept. */
import { IconMessageQuestion } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const askUi: NodeUi<NodeData<"ask">> = {
  title: "Question",
  description: "Ask for a name, e-mail, date, number…",
  keywords: "ask input collect field email phone date number rating photo location answer",
  group: "ask",
  icon: IconMessageQuestion,
  Card,
  Form,
};
