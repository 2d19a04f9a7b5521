/** An emoji on what was written last. */
import { IconMoodSmile } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const reactionUi: NodeUi<NodeData<"reaction">> = {
  title: "Reaction",
  description: "React to the latest message with an emoji",
  keywords: "emoji like thumb heart",
  group: "say",
  icon: IconMoodSmile,
  Card,
  Form,
};
