/** A text with a button that opens an address. */
import { IconExternalLink } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const ctaUrlUi: NodeUi<NodeData<"cta-url">> = {
  title: "Link button",
  description: "A text with a button that opens a web address",
  keywords: "url website cta pay open",
  group: "say",
  icon: IconExternalLink,
  Card,
  Form,
};
