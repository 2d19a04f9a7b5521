/** The steps of a flow to choose among, by names that tell them apart. */

import { nodeName } from "../../conversations/node-name.ts";
import type { FlowDocument } from "../../document/flow-document.ts";

export interface StepChoice {
  value: string;
  label: string;
}

/** @param except the step that chooses */
export function stepChoices(doc: FlowDocument, except: string): StepChoice[] {
  const others = doc.nodes.filter((node) => node.type !== "start" && node.id !== except);
  const named = others.map(({ id }) => ({ value: id, label: nodeName(doc.nodes, id) }));
  return named.map(({ value, label }) => {
    const alone = named.filter((other) => other.label === label).length === 1;
    return { value, label: alone ? label : `${label} (${value})` };
  });
}
