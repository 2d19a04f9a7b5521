/** Every node type's place in the editor. The engine's list says which there have to be. */
import { isNodeType, type NodeType } from "@hilo/flow-engine";
import { aiClassifyUi } from "./ai-classify/index.ts";
import { aiExtractUi } from "./ai-extract/index.ts";
import { aiReplyUi } from "./ai-reply/index.ts";
import { askUi } from "./ask/index.ts";
import { assignUi } from "./assign/index.ts";
import { buttonsUi } from "./buttons/index.ts";
import { callFlowUi } from "./call-flow/index.ts";
import { carouselUi } from "./carousel/index.ts";
import { conditionUi } from "./condition/index.ts";
import { contactCardUi } from "./contact-card/index.ts";
import { contactFieldUi } from "./contact-field/index.ts";
import { ctaUrlUi } from "./cta-url/index.ts";
import { endUi } from "./end/index.ts";
import { forEachUi } from "./for-each/index.ts";
import { goToFlowUi } from "./go-to-flow/index.ts";
import { goToNodeUi } from "./go-to-node/index.ts";
import { handoffUi } from "./handoff/index.ts";
import { hoursUi } from "./hours/index.ts";
import { httpRequestUi } from "./http-request/index.ts";
import { listUi } from "./list/index.ts";
import { locationUi } from "./location/index.ts";
import { markReadUi } from "./mark-read/index.ts";
import { mediaUi } from "./media/index.ts";
import type { NodeUi } from "./node-ui.ts";
import { noteUi } from "./note/index.ts";
import { notifyUi } from "./notify/index.ts";
import { optInUi } from "./opt-in/index.ts";
import { optOutUi } from "./opt-out/index.ts";
import { productUi } from "./product/index.ts";
import { reactionUi } from "./reaction/index.ts";
import { setUi } from "./set/index.ts";
import { splitUi } from "./split/index.ts";
import { startUi } from "./start/index.ts";
import { switchUi } from "./switch/index.ts";
import { tagUi } from "./tag/index.ts";
import { templateUi } from "./template/index.ts";
import { textUi } from "./text/index.ts";
import { trackUi } from "./track/index.ts";
import { typingUi } from "./typing/index.ts";
import { unknownUi } from "./unknown/index.ts";
import { waitUi } from "./wait/index.ts";
import { waitForWebhookUi } from "./wait-for-webhook/index.ts";
import { whatsappFormUi } from "./whatsapp-form/index.ts";

/** In palette order. */
export const NODE_UI = {
  start: startUi,
  text: textUi,
  media: mediaUi,
  "cta-url": ctaUrlUi,
  carousel: carouselUi,
  template: templateUi,
  product: productUi,
  location: locationUi,
  "contact-card": contactCardUi,
  reaction: reactionUi,
  typing: typingUi,
  buttons: buttonsUi,
  list: listUi,
  ask: askUi,
  "whatsapp-form": whatsappFormUi,
  condition: conditionUi,
  switch: switchUi,
  hours: hoursUi,
  split: splitUi,
  wait: waitUi,
  "wait-for-webhook": waitForWebhookUi,
  "for-each": forEachUi,
  "call-flow": callFlowUi,
  "go-to-flow": goToFlowUi,
  "go-to-node": goToNodeUi,
  end: endUi,
  set: setUi,
  tag: tagUi,
  "contact-field": contactFieldUi,
  "http-request": httpRequestUi,
  "ai-reply": aiReplyUi,
  "ai-classify": aiClassifyUi,
  "ai-extract": aiExtractUi,
  handoff: handoffUi,
  "mark-read": markReadUi,
  assign: assignUi,
  note: noteUi,
  notify: notifyUi,
  track: trackUi,
  "opt-in": optInUi,
  "opt-out": optOutUi,
} satisfies Record<NodeType, NodeUi>;

/** In palette order. */
export const NODE_TYPES: readonly NodeType[] = Object.keys(NODE_UI).filter(isNodeType);

/** Also for types this version does not know: their steps are shown and kept as they are. */
export function nodeUi(type: string): NodeUi {
  return isNodeType(type) ? NODE_UI[type] : unknownUi;
}
