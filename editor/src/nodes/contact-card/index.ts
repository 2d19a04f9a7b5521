/** Business cards. */
import { IconAddressBook } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const contactCardUi: NodeUi<NodeData<"contact-card">> = {
  title: "Contact card",
  description: "Send business cards that people can save",
  keywords: "vcard phone person save",
  group: "say",
  icon: IconAddressBook,
  Card,
  Form,
};
