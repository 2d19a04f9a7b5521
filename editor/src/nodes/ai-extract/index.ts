/** Lets a language model read values out of a text. */
import { IconListSearch } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const aiExtractUi: NodeUi<NodeData<"ai-extract">> = {
  title: "AI read",
  description: "Let a language model fill variables from words",
  keywords: "gpt openai llm extract entities parse slots",
  group: "act",
  icon: IconListSearch,
  Card,
  Form,
};
