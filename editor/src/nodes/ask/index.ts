/** An open question whose answer is checked and kept. */
import { IconMessageQuestion } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const askUi: NodeUi<NodeData<"ask">> = {
  title: "Question",
  description: "Ask for a name, date, choice, picture, place…",
  keywords:
    "ask input collect field email phone date time number rating photo file video audio location contact choice options yes no answer",
  group: "ask",
  icon: IconMessageQuestion,
  Card,
  Form,
};
