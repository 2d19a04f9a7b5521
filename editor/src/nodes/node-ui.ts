/** What the editor knows of a node type: its words, its colour, its card and its form. */
import type { NODE_SPECS, NodeType } from "@hilo/flow-engine";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** Groups of the palette, in its order. */
export const NODE_GROUPS = ["say", "ask", "logic", "act"] as const;
export type NodeGroup = (typeof NODE_GROUPS)[number] | "start";

export const GROUP_TITLES: Record<(typeof NODE_GROUPS)[number], string> = {
  say: "Say something",
  ask: "Ask something",
  logic: "Decide",
  act: "Do something",
};

/** The data of a node type, as its schema gives it. */
export type NodeData<T extends NodeType> = Extract<
  (typeof NODE_SPECS)[number],
  { type: T }
>["schema"]["_output"];

export interface CardProps<D> {
  nodeId: string;
  data: D;
}

export interface FormProps<D> {
  nodeId: string;
  data: D;
  onChange(data: D): void;
  /** The number for a new option, row or case; one that no option of this step has or had. */
  nextOption: number;
}

export interface NodeUi<D = unknown> {
  /** Name of the type, as the palette and the card say it. */
  title: string;
  /** One line: what it is for. */
  description: string;
  /** Other words people look for it by. */
  keywords: string;
  group: NodeGroup;
  icon: Icon;
  /** How ports that answer for an option are drawn; others are plain rows. */
  optionLook?: "button" | "row";
  /** What the step says or does, on its card. */
  Card(props: CardProps<D>): ReactNode;
  Form(props: FormProps<D>): ReactNode;
}
