/** A step of a type that this version does not know: shown, kept as it is, not edited. */
import { IconHelpHexagon } from "@tabler/icons-react";
import type { NodeUi } from "../node-ui.ts";
import { Card } from "./Card.tsx";
import { Form } from "./Form.tsx";

export const unknownUi: NodeUi = {
  title: "Unknown step",
  description: "Made by another version",
  keywords: "",
  group: "logic",
  icon: IconHelpHexagon,
  Card,
  Form,
};
