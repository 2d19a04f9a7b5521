/** Cards side by side. */
import { IconCarouselHorizontal } from "@tabler/icons-react";
import type { NodeData, NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const carouselUi: NodeUi<NodeData<"carousel">> = {
  title: "Carousel",
  description: "Cards side by side, with pictures and buttons",
  keywords: "gallery cards slides swipe",
  group: "say",
  icon: IconCarouselHorizontal,
  optionLook: "button",
  Card,
  Form,
};
