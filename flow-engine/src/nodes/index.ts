/** Every node type, in palette order. `NodeType` derives from this list. */

import { aiClassifyNode } from "./ai-classify/node.ts";
import { aiExtractNode } from "./ai-extract/node.ts";
import { aiReplyNode } from "./ai-reply/node.ts";
import { askNode } from "./ask/node.ts";
import { assignNode } from "./assign/node.ts";
import { buttonsNode } from "./buttons/node.ts";
import { callFlowNode } from "./call-flow/node.ts";
import { carouselNode } from "./carousel/node.ts";
import { conditionNode } from "./condition/node.ts";
import { contactCardNode } from "./contact-card/node.ts";
import { contactFieldNode } from "./contact-field/node.ts";
import { ctaUrlNode } from "./cta-url/node.ts";
import type { NodeSpec } from "./define-node.ts";
import { endNode } from "./end/node.ts";
import { forEachNode } from "./for-each/node.ts";
import { goToFlowNode } from "./go-to-flow/node.ts";
import { goToNodeNode } from "./go-to-node/node.ts";
import { handoffNode } from "./handoff/node.ts";
import { hoursNode } from "./hours/node.ts";
import { httpRequestNode } from "./http-request/node.ts";
import { listNode } from "./list/node.ts";
import { locationNode } from "./location/node.ts";
import { markReadNode } from "./mark-read/node.ts";
import { mediaNode } from "./media/node.ts";
import { noteNode } from "./note/node.ts";
import { notifyNode } from "./notify/node.ts";
import { optInNode } from "./opt-in/node.ts";
import { optOutNode } from "./opt-out/node.ts";
import { productNode } from "./product/node.ts";
import { reactionNode } from "./reaction/node.ts";
import { setNode } from "./set/node.ts";
import { splitNode } from "./split/node.ts";
import { startNode } from "./start/node.ts";
import { switchNode } from "./switch/node.ts";
import { tagNode } from "./tag/node.ts";
import { templateNode } from "./template/node.ts";
import { textNode } from "./text/node.ts";
import { trackNode } from "./track/node.ts";
import { typingNode } from "./typing/node.ts";
import { waitNode } from "./wait/node.ts";
import { waitForWebhookNode } from "./wait-for-webhook/node.ts";
import { whatsappFormNode } from "./whatsapp-form/node.ts";

export const NODE_SPECS = [
  startNode,
  textNode,
  mediaNode,
  ctaUrlNode,
  locationNode,
  contactCardNode,
  productNode,
  carouselNode,
  templateNode,
  reactionNode,
  typingNode,
  buttonsNode,
  listNode,
  askNode,
  whatsappFormNode,
  conditionNode,
  switchNode,
  setNode,
  splitNode,
  waitNode,
  hoursNode,
  httpRequestNode,
  waitForWebhookNode,
  aiReplyNode,
  aiClassifyNode,
  aiExtractNode,
  handoffNode,
  assignNode,
  noteNode,
  notifyNode,
  markReadNode,
  tagNode,
  contactFieldNode,
  optInNode,
  optOutNode,
  trackNode,
  callFlowNode,
  goToFlowNode,
  goToNodeNode,
  forEachNode,
  endNode,
] as const;

export type NodeType = (typeof NODE_SPECS)[number]["type"];

const byType: ReadonlyMap<string, NodeSpec> = new Map(
  NODE_SPECS.map((spec): [string, NodeSpec] => [spec.type, spec]),
);

export function isNodeType(type: string): type is NodeType {
  return byType.has(type);
}

/** @throws Error on a type that `isNodeType` refuses: programs hold only known types */
export function nodeSpec(type: string): NodeSpec {
  const spec = byType.get(type);
  if (!spec) throw new Error(`unknown node type ${type}`);
  return spec;
}
