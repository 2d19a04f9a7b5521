/** Every node type's place in the editor. The engine's list says which there have to be. */
import { isNodeType, type NodeType } from "@hilo/flow-engine";
import { askUi } from "./ask/index.ts";
import { buttonsUi } from "./buttons/index.ts";
import { callFlowUi } from "./call-flow/index.ts";
import { conditionUi } from "./condition/index.ts";
import { endUi } from "./end/index.ts";
import { forEachUi } from "./for-each/index.ts";
import { goToFlowUi } from "./go-to-flow/index.ts";
import { goToNodeUi } from "./go-to-node/index.ts";
import { handoffUi } from "./handoff/index.ts";
import { hoursUi } from "./hours/index.ts";
import { httpRequestUi } from "./http-request/index.ts";
import { listUi } from "./list/index.ts";
import { mediaUi } from "./media/index.ts";
import type { NodeUi } from "./node-ui.ts";
import { setUi } from "./set/index.ts";
import { splitUi } from "./split/index.ts";
import { startUi } from "./start/index.ts";
import { switchUi } from "./switch/index.ts";
import { tagUi } from "./tag/index.ts";
import { textUi } from "./text/index.ts";
import { unknownUi } from "./unknown/index.ts";
import { waitUi } from "./wait/index.ts";

/** In palette order. */
export const NODE_UI = {
  start: startUi,
  text: textUi,
  media: mediaUi,
  buttons: buttonsUi,
  list: listUi,
  ask: askUi,
  condition: conditionUi,
  switch: switchUi,
  hours: hoursUi,
  split: splitUi,
  wait: waitUi,
  "for-each": forEachUi,
  "call-flow": callFlowUi,
  "go-to-flow": goToFlowUi,
  "go-to-node": goToNodeUi,
  end: endUi,
  set: setUi,
  tag: tagUi,
  "http-request": httpRequestUi,
  handoff: handoffUi,
} satisfies Record<NodeType, NodeUi>;

/** In palette order. */
export const NODE_TYPES: readonly NodeType[] = Object.keys(NODE_UI).filter(isNodeType);

/** Also for types this version does not know: their steps are shown and kept as they are. */
export function nodeUi(type: string): NodeUi {
  return isNodeType(type) ? NODE_UI[type] : unknownUi;
}
