/** A question with reply buttons. */
import { IconHandFinger } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const buttonsUi: NodeUi<NodeData<"buttons">> = {
  title: "Buttons",
  description: "Let people tap one of up to three answers",
  keywords: "reply quick choice question menu options tap",
  group: "ask",
  icon: IconHandFinger,
  optionLook: "button",
  Card,
  Form,
};
