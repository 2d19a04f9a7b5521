/** Sets fields of the contact. */
import { IconAddressBook } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const contactFieldUi: NodeUi<NodeData<"contact-field">> = {
  title: "Contact field",
  description: "Keep or clear what is known of the contact",
  keywords: "attribute property crm custom field email language save profile",
  group: "act",
  icon: IconAddressBook,
  Card,
  Form,
};
