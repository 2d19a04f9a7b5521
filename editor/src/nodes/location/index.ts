/** A place on the map. */
import { IconMapPin } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const locationUi: NodeUi<NodeData<"location">> = {
  title: "Location",
  description: "Send a place on the map",
  keywords: "map place address pin where",
  group: "say",
  icon: IconMapPin,
  Card,
  Form,
};
