/** What can be put into a text: variables that steps of the flow save, and what is known of the contact. */
import { isNodeType, nodeRefs, nodeSpec } from "@hilo/flow-engine";
import type { FlowDocument } from "./flow-document.ts";
import { nodeData } from "./node-data.ts";

/** Read by every template, whatever the flow. */
export const CONTACT_PATHS = [
  { path: "contact.name", label: "Contact's name" },
  { path: "contact.phone", label: "Contact's phone" },
  { path: "contact.language", label: "Contact's language" },
] as const;

/** Names that the flow's steps set, in the order of the steps; contact fields come as `contact.fields.…`. */
export function variablesSet(doc: FlowDocument): string[] {
  const names = new Set<string>();
  for (const node of doc.nodes) {
    if (!isNodeType(node.type)) continue;
    for (const ref of nodeRefs(nodeSpec(node.type), nodeData(node))) {
      if (ref.kind === "sets" && ref.name.trim() !== "") names.add(ref.name);
    }
  }
  return [...names];
}
