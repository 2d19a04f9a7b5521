/** Lets a language model sort what was written. */
import { IconCategory } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const aiClassifyUi: NodeUi<NodeData<"ai-classify">> = {
  title: "AI sort",
  description: "Let a language model choose the way out",
  keywords: "gpt openai llm intent category classify nlu understand",
  group: "act",
  icon: IconCategory,
  Card,
  Form,
};
