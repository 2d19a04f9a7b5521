/** Lets a language model answer. */
import { IconSparkles } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const aiReplyUi: NodeUi<NodeData<"ai-reply">> = {
  title: "AI answer",
  description: "Let a language model write or answer",
  keywords: "gpt openai llm chatgpt bot assistant generate faq",
  group: "act",
  icon: IconSparkles,
  Card,
  Form,
};
