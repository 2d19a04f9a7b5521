/** A picture, video, sound or file. */
import { IconPhoto } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const mediaUi: NodeUi<NodeData<"media">> = {
  title: "Media",
  description: "Send a picture, video, sound or file",
  keywords: "image photo audio voice document pdf sticker attachment",
  group: "say",
  icon: IconPhoto,
  Card,
  Form,
};
