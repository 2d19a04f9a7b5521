/** Sticky notes and the frames of groups as React Flow's nodes; frames follow the cards of their steps. */

import type { Node as CanvasNode } from "@xyflow/react";
import { boardOf, type Group, type Sticky } from "../document/board.ts";
import type { FlowDocument } from "../document/flow-document.ts";
import type { Selection } from "../document/flow-store.ts";
import type { Size } from "../document/lay-out.ts";
import { t } from "../i18n/t.ts";
import type { CanvasView, StepNode } from "./derive.ts";

export type StickyNode = CanvasNode<{ sticky: Sticky }, "sticky">;
export type FrameNode = CanvasNode<{ group: Group }, "frame">;
export type BoardNode = StickyNode | FrameNode;

/** From a frame to the cards in it; its title stands above them. */
const PADDING = 24;
const TITLE_HEIGHT = 34;
/** From a frame's corner to the corner of its cards. */
export const FRAME_INSET = { x: PADDING, y: PADDING + TITLE_HEIGHT };
/** A card that was not measured yet. */
const CARD: Size = { width: 272, height: 130 };

/** Frames first: they lie under everything. Without groups and notes it costs nothing. */
export function deriveBoard(
  doc: FlowDocument,
  steps: readonly StepNode[],
  selection: Selection,
  view: CanvasView,
): BoardNode[] {
  const { groups, stickies } = boardOf(doc);
  if (groups.length + stickies.length === 0) return [];
  const byId = new Map(steps.map((step) => [step.id, step]));
  return [
    ...groups.flatMap((group) => frameNode(group, byId, selection.nodes.has(group.id))),
    ...stickies.map((sticky) => stickyNode(sticky, selection.nodes.has(sticky.id), view)),
  ];
}

function frameNode(group: Group, steps: ReadonlyMap<string, StepNode>, selected: boolean): FrameNode[] {
  const members = group.nodeIds.flatMap((id) => steps.get(id) ?? []);
  if (members.length === 0) return [];
  const left = Math.min(...members.map(({ position }) => position.x)) - FRAME_INSET.x;
  const top = Math.min(...members.map(({ position }) => position.y)) - FRAME_INSET.y;
  const size = ({ measured }: StepNode): Size => ({
    width: measured?.width ?? CARD.width,
    height: measured?.height ?? CARD.height,
  });
  const right = Math.max(...members.map((step) => step.position.x + size(step).width)) + PADDING;
  const bottom = Math.max(...members.map((step) => step.position.y + size(step).height)) + PADDING;
  const [width, height] = [right - left, bottom - top];
  return [
    {
      id: group.id,
      type: "frame",
      position: { x: left, y: top },
      width,
      height,
      measured: { width, height },
      data: { group },
      selected,
      zIndex: -2,
      dragHandle: `.${FRAME_HANDLE}`,
      ariaLabel: t("Group {name}", { name: group.title }),
    },
  ];
}

/** Only the title carries a frame: cards in it stay reachable. */
export const FRAME_HANDLE = "hilo-frame-handle";

function stickyNode(sticky: Sticky, selected: boolean, view: CanvasView): StickyNode {
  const { width, height } = view.resized.get(sticky.id) ?? sticky;
  const dragged = view.dragged.get(sticky.id);
  return {
    id: sticky.id,
    type: "sticky",
    position: dragged ?? sticky.position,
    width,
    height,
    measured: { width, height },
    data: { sticky },
    selected,
    dragging: dragged !== undefined,
    zIndex: -1,
    ariaLabel: t("Note"),
  };
}
