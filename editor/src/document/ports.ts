/** A node's ways out, as the engine states them. */
import { isNodeType, type NodeEnvelope, nodeSpec, type Port, portsOf } from "@hilo/flow-engine";
import { t } from "../i18n/t.ts";
import { nodeData } from "./node-data.ts";

/** What the engine calls ways out, by their ids. Others are called what somebody wrote. */
const PORT_WORDS: Readonly<Record<string, readonly string[]>> = {
  // t:
  next: ["Next", "Filled in", "Handed back", "Called"],
  invalid: ["Wrong answer"],
  timeout: ["No answer in time", "No call in time"],
  expired: ["Conversation expired"],
  failed: ["Couldn't be sent"],
  error: ["Failed", "Not found", "Not found, or failed", "A value doesn't fit"],
  past: ["Already past"],
  skip: ["Skipped"],
  else: ["Otherwise"],
  open: ["Open"],
  closed: ["Closed"],
  none: ["None of these"],
  incomplete: ["Something is missing"],
  yes: ["Yes"],
  no: ["No"],
  each: ["Each item"],
  done: ["Done"],
  empty: ["Nothing in it"],
};

/** What a way out is called, in the reader's language where the engine named it. */
export function portWords({ id, label }: Port): string {
  return PORT_WORDS[id]?.includes(label) ? t(label) : label;
}

const known = new WeakMap<NodeEnvelope, Port[]>();

/** Ports in the order they are drawn; none for a type this version does not know. */
export function ports(node: NodeEnvelope): Port[] {
  const cached = known.get(node);
  if (cached) return cached;
  const list = isNodeType(node.type) ? portsOf(nodeSpec(node.type), nodeData(node)) : [];
  known.set(node, list);
  return list;
}

/** Edges of a type this version does not know are left alone: a newer one may know their ports. */
export function hasPort(node: NodeEnvelope, port: string): boolean {
  return !isNodeType(node.type) || ports(node).some((candidate) => candidate.id === port);
}
